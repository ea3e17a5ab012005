namespace Retail.Rules.Types;

/// <summary>The kinds of values that the language knows.</summary>
internal enum TypeKind
{
    /// <summary>The type of something that was already reported; fits everywhere, so that one mistake gives one diagnostic.</summary>
    Error,

    /// <summary>The type of <c>unknown</c> and of the items of <c>[]</c>: fits every optional.</summary>
    Never,
    Number,
    Percent,
    Money,
    Date,
    Instant,
    Duration,
    Boolean,
    Text,
    Enum,
    Record,
    List,

    /// <summary>The <c>excluded</c> of a select: the key of each excluded item with the ids that exclude it. Only an output reads it.</summary>
    Exclusions,
}
