using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// The JSON contracts of all facts, made at compile time. Names are in camelCase, enums by the names that rules use, money as
/// <c>{ "amount": 2.50, "currency": "EUR" }</c>, percents as fractions, dates by ISO 8601. What is unknown is left out. Reading is strict: a required
/// member that is missing, a member that no type has, a member that stands twice, and null where nothing may be unknown are errors, since each of them
/// may be the cap or the limit that somebody meant to state. Thread-safe.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(OffsetJsonConverter)])]
[JsonSerializable(typeof(Promotion))]
[JsonSerializable(typeof(RegionScope))]
[JsonSerializable(typeof(PromotionLine))]
[JsonSerializable(typeof(Budget))]
[JsonSerializable(typeof(FinanceSignOff))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(Price))]
[JsonSerializable(typeof(PriceHistory))]
[JsonSerializable(typeof(Cost))]
[JsonSerializable(typeof(SupplierFunding))]
[JsonSerializable(typeof(FundingTier))]
[JsonSerializable(typeof(InventoryPosition))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(DemandForecast))]
[JsonSerializable(typeof(RiskScore))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(SubstituteCandidate))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderLine))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Store))]
[JsonSerializable(typeof(RegionProfile))]
[JsonSerializable(typeof(RegionLimits))]
[JsonSerializable(typeof(ChannelProfile))]
[JsonSerializable(typeof(LocalWindow))]
[JsonSerializable(typeof(InstantInterval))]
[JsonSerializable(typeof(Quantity))]
[JsonSerializable(typeof(Fact<Money>), TypeInfoPropertyName = "MoneyFact")]
[JsonSerializable(typeof(Fact<Percent>), TypeInfoPropertyName = "PercentFact")]
[JsonSerializable(typeof(Fact<Quantity>), TypeInfoPropertyName = "QuantityFact")]
[JsonSerializable(typeof(Fact<decimal>), TypeInfoPropertyName = "NumberFact")]
public sealed partial class VocabularyJson : JsonSerializerContext;
