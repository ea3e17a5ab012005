using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Retail.Rules.Analysis;
using Retail.Rules.Binding;
using Retail.Rules.Compilation;
using Retail.Rules.Composition;
using Retail.Rules.Diagnostics;
using Retail.Rules.Evaluation;
using Retail.Rules.Explanation;
using Retail.Rules.Facts;
using Retail.Rules.Model;
using Retail.Rules.Planning;

namespace Retail.Rules;

/// <summary>
/// A compiled ruleset. Immutable and thread-safe: keep one and judge facts with it from any number of threads; to change rules, compile anew
/// and swap the reference.
/// </summary>
public sealed class RuleSet
{
    /// <summary>After this many decisions a tiered ruleset compiles: rare use never pays for it.</summary>
    private const int DecisionsBeforeCompiling = 50;

    private readonly EvaluationPlan plan;
    private readonly Evaluator evaluator;
    private readonly RuleSetLimits limits;
    private readonly BindingOptions binding;
    private readonly FramePool frames;
    private Tier tier;
    private int decisionsUntilCompiling;
    private RuleSetCost? cost;

    private RuleSet(RuleSetDefinition definition, EvaluationPlan plan, string hash, RuleSetOptions options)
    {
        Definition = definition;
        Hash = hash;
        this.plan = plan;
        evaluator = new Evaluator(plan);
        limits = options.Limits;
        binding = BindingOptions.Of(options);
        tier = options.Tier == ExecutionTier.Compiled ? PlanCompiler.Compile(plan) : Tier.Interpreted;
        frames = new FramePool(plan, limits.MaxSteps);
        decisionsUntilCompiling = options.Tier == ExecutionTier.Tiered ? DecisionsBeforeCompiling : -1;
        JsonFacts = new JsonFactReader(plan.Facts, limits.MaxListItems);
        ObjectFacts = new ObjectFactReader(plan.Facts, JsonFacts, limits.MaxListItems);
        Facts = Describe(definition, plan.Facts);
        RequiredFacts = Facts.Where(fact => fact.Need == FactNeed.Required).Select(fact => fact.Name).ToArray();
    }

    /// <summary>The dotted name from the header.</summary>
    public string Name => Definition.Name.Text;

    /// <summary>The version from the header.</summary>
    public string Version => Definition.Version.Text;

    /// <summary>
    /// <c>sha256:</c> and 64 hexadecimal digits over everything that can change a decision: the canonical JSON of the model with parameters
    /// applied, without comments, documentation and examples.
    /// </summary>
    public string Hash { get; }

    /// <summary>The model that was compiled.</summary>
    public RuleSetDefinition Definition { get; }

    /// <summary>The facts that the ruleset reads, in the order of its text.</summary>
    public IReadOnlyList<FactDescription> Facts { get; }

    /// <summary>The names of the facts without which every decision is incomplete.</summary>
    public IReadOnlyList<string> RequiredFacts { get; }

    /// <summary>
    /// Whether it now judges by compiled code: always or never if so chosen by <see cref="RuleSetOptions.Tier"/>, from some moment on if tiered,
    /// never where the host has no code generator. For watching a host; decisions are the same either way.
    /// </summary>
    public bool IsCompiled => Volatile.Read(ref tier).Bodies is not null;

    /// <summary>
    /// What one decision takes at most, whatever the facts say. Found when first asked for, which takes about as long as compiling, and then kept.
    /// </summary>
    /// <exception cref="InsufficientExecutionStackException">The thread has a smaller stack than the one that compiled the ruleset, and the rules nest too deeply for it.</exception>
    public RuleSetCost Cost => LazyInitializer.EnsureInitialized(ref cost, FindCost)!;

    internal JsonFactReader JsonFacts { get; }

    internal ObjectFactReader ObjectFacts { get; }

    internal Types.FactSchema Schema => plan.Facts;

    internal EvaluationPlan Plan => plan;

    internal RuleSetLimits Limits => limits;

    /// <summary>Checks a model and makes it ready to judge facts.</summary>
    /// <param name="definition">The model, read without errors.</param>
    /// <param name="options">Parameters, tier and limits; null for the defaults.</param>
    /// <returns>The ruleset, or all that stands in its way.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static CompilationResult Compile(RuleSetDefinition definition, RuleSetOptions? options = null)
    {
        options ??= RuleSetOptions.Default;
        if (Composer.WhyItJudgesNothing(definition ?? throw new ArgumentNullException(nameof(definition))) is { } finding)
            return new CompilationResult(null, [finding]);
        var (bound, diagnostics) = Bind(definition, options);
        if (bound is null || diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
            return new CompilationResult(null, diagnostics);
        var composed = bound.Definition;
        return new CompilationResult(new RuleSet(composed, Planner.Plan(bound, options.RowsWorthIndexing), RuleSetHash.Of(composed, options.Parameters), options), diagnostics);
    }

    /// <summary>Everything that can be found out about a document of any kind: a vocabulary by itself, a part within the ruleset that it is a piece of.</summary>
    /// <param name="read">What reading a text or JSON gave.</param>
    /// <param name="options">Parameters, limits and the library; null for the defaults.</param>
    /// <returns>What was found, in the order of the text, that of the document first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="read"/> is null.</exception>
    public static IReadOnlyList<Diagnostic> Check(DefinitionResult read, RuleSetOptions? options = null)
    {
        options ??= RuleSetOptions.Default;
        if ((read ?? throw new ArgumentNullException(nameof(read))).HasErrors)
            return read.Diagnostics;
        var definition = read.Definition!;
        if (definition.Kind != DocumentKind.Part)
            return [.. read.Diagnostics, .. Bind(definition, options).Diagnostics];
        var library = options.Library.With(read);
        return Composer.FindWhole(definition, library, out var found) is { } whole ? Check(whole, options.With(library)) : found;
    }

    /// <summary>Composes and binds; without a model if something that is used is missing or does not fit.</summary>
    private static (BoundRuleSet? Bound, IReadOnlyList<Diagnostic> Diagnostics) Bind(RuleSetDefinition definition, RuleSetOptions options)
    {
        if (Composer.Compose(definition, options.Library, out var found) is not { } composed)
            return (null, found);
        var bound = Binder.Bind(composed, BindingOptions.Of(options), out var diagnostics);
        if (diagnostics.All(one => one.Severity != DiagnosticSeverity.Error) && CostLimit.Check(bound, options.Limits) is { } tooCostly)
            diagnostics = [tooCostly, .. diagnostics];
        return (bound, found.Count == 0 ? diagnostics : composed.Origins.InOrder([.. found, .. diagnostics]));
    }

    private RuleSetCost FindCost()
    {
        // What was bound once binds again, unless the stack ends.
        var bound = Binder.Bind(Definition, binding, out var found);
        return found.Any(one => one.Severity == DiagnosticSeverity.Error) ? throw new InsufficientExecutionStackException() : CostBound.Of(bound, limits.MaxListItems);
    }

    /// <summary>Checks what was read and makes it ready to judge facts.</summary>
    /// <param name="read">What reading a text or JSON gave.</param>
    /// <param name="options">Parameters, tier and limits; null for the defaults.</param>
    /// <returns>The ruleset, or all that stands in its way; errors of reading stop before names and types are looked at.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="read"/> is null.</exception>
    public static CompilationResult Compile(DefinitionResult read, RuleSetOptions? options = null)
    {
        if ((read ?? throw new ArgumentNullException(nameof(read))).HasErrors)
            return new CompilationResult(null, read.Diagnostics);
        var compiled = Compile(read.Definition!, options);
        return read.Diagnostics.Count == 0 ? compiled : new CompilationResult(compiled.RuleSet, [.. read.Diagnostics, .. compiled.Diagnostics]);
    }

    /// <summary>Judges facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The decision. Facts that are missing or do not fit make it incomplete; nothing about facts throws.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public Decision Evaluate(FactSet facts) => Decide(facts ?? throw new ArgumentNullException(nameof(facts)), null, null);

    /// <summary>Judges an object.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <param name="map">How the properties of <typeparamref name="T"/> give facts; made by <see cref="MapFacts{T}"/> of this very ruleset.</param>
    /// <param name="facts">The object. Read during the call only; do not change it meanwhile.</param>
    /// <param name="caseId">The caller's name for the facts, which the decision repeats; null for none.</param>
    /// <returns>The decision. Facts that are missing or do not fit make it incomplete, and so does a property that throws.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The map was made by another ruleset.</exception>
    public Decision Evaluate<T>(FactMap<T> map, T facts, string? caseId = null) => Decide(Mapped(map, facts, caseId), null, null);

    /// <summary>
    /// A place to judge one set of facts after another without allocating, for hosts that ask for the verdict of many and want the decision of
    /// few. Make one for each thread.
    /// </summary>
    /// <returns>A judgement that nothing was judged in yet.</returns>
    public Judgement CreateJudgement() => new(this, new Frame(plan, limits.MaxSteps), plan);

    /// <summary>
    /// How the ruleset is judged, in words for people: which rules and rows of tables are found by an index and by what, which are judged in turn,
    /// what is computed once.
    /// </summary>
    /// <returns>Lines, each with its end. Not a format to be read by programs.</returns>
    public string DescribePlan() => Indexing.PlanText.Of(plan);

    /// <summary>Finds an output.</summary>
    /// <param name="name">Its name, as the ruleset writes it.</param>
    /// <returns>Its position among the outputs, for <see cref="Judgement"/>; -1 if the ruleset has none of that name.</returns>
    public int IndexOfOutput(string name)
    {
        for (var i = 0; i < plan.Outputs.Count; i++)
        {
            if (plan.Outputs[i].Name == name)
                return i;
        }
        return -1;
    }

    /// <summary>Judges facts and tells of every rule, fired or not, what each of its conditions compared.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The decision, which is the one that <see cref="Evaluate(FactSet)"/> gives, and its explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public DecisionExplanation Explain(FactSet facts) => Tell(facts ?? throw new ArgumentNullException(nameof(facts)));

    /// <summary>Judges an object and tells of every rule, fired or not, what each of its conditions compared.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <param name="map">How the properties of <typeparamref name="T"/> give facts; made by <see cref="MapFacts{T}"/> of this very ruleset.</param>
    /// <param name="facts">The object. Read during the call only; do not change it meanwhile.</param>
    /// <param name="caseId">The caller's name for the facts, which the decision repeats; null for none.</param>
    /// <returns>The decision, which is the one that <see cref="Evaluate{T}"/> gives, and its explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The map was made by another ruleset.</exception>
    public DecisionExplanation Explain<T>(FactMap<T> map, T facts, string? caseId = null) => Tell(Mapped(map, facts, caseId));

    /// <summary>
    /// Maps the properties of a type to the facts that the ruleset reads: by name ignoring case, or by <see cref="FactNameAttribute"/>. Do it
    /// once and keep the map; it looks at the type, while judging does not.
    /// </summary>
    /// <remarks>
    /// The type may be a class, record, struct or interface; its public properties with public getters count. Money, numbers and percents are
    /// <see cref="decimal"/> or (but for percents) whole numbers, never double, since that is not exact; dates are <see cref="DateTime"/>
    /// without a time of day, or DateOnly; instants <see cref="DateTimeOffset"/>, or <see cref="DateTime"/> in UTC; durations
    /// <see cref="TimeSpan"/>; enum members strings or members of a C# enum, ignoring case; records types with properties; lists anything
    /// enumerable, read without allocation where it has an indexer. Null and blank strings count as absent. A value type always has a value: make
    /// the property nullable where the fact may be absent. Programs that are trimmed or compiled ahead of time give facts as JSON or by name instead.
    /// </remarks>
    /// <typeparam name="T">The type of the objects to judge.</typeparam>
    /// <returns>The map, or all that stands in its way: a property of the wrong type, a required fact without a property.</returns>
    [RequiresUnreferencedCode(FactMapper.ByProperties)]
    [RequiresDynamicCode(FactMapper.ByGenericTypes)]
    public FactMapResult<T> MapFacts<T>() => FactMapper.Map<T>(this);

    /// <summary>Judges facts and checks the decision against every <c>never</c>.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="brokenNevers">The nevers that the decision breaks, as written.</param>
    /// <returns>The decision.</returns>
    internal Decision EvaluateCase(FactSet facts, out IReadOnlyList<string> brokenNevers)
    {
        var broken = new List<string>();
        brokenNevers = broken;
        return Decide(facts, null, broken);
    }

    internal MappedFacts<T> Mapped<T>(FactMap<T> map, T facts, string? caseId)
    {
        Require(map, facts);
        return new MappedFacts<T>(map, facts, caseId);
    }

    /// <exception cref="ArgumentNullException">The map or the object is null.</exception>
    /// <exception cref="ArgumentException">The map was made by another ruleset.</exception>
    internal void Require<T>(FactMap<T> map, T facts)
    {
        if (map is null)
            throw new ArgumentNullException(nameof(map));
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        if (!ReferenceEquals(map.RuleSet, this))
            throw new ArgumentException("the map was made by another ruleset (" + map.RuleSet.Name + " " + map.RuleSet.Version + "); call MapFacts of the ruleset that judges", nameof(map));
    }

    private DecisionExplanation Tell<TSource>(TSource facts)
        where TSource : IFactSource
    {
        var builder = new ExplanationBuilder(plan);
        var decision = Decide(facts, builder, null);
        return builder.Build(decision);
    }

    /// <summary>Judges facts in a frame. The one way from facts to an outcome.</summary>
    /// <param name="facts">Where the facts are read from.</param>
    /// <param name="frame">Where they are judged.</param>
    /// <param name="explanation">Notes every rule; null if nobody asks.</param>
    internal void Judge<TSource>(TSource facts, Frame frame, ExplanationBuilder? explanation)
        where TSource : IFactSource
    {
        Prepare(frame);
        facts.Read(this, frame);
        JudgeRead(frame, explanation);
    }

    /// <summary>Empties a frame for facts to be read into it.</summary>
    internal void Prepare(Frame frame)
    {
        CountTowardsCompiling();
        frame.Reset(Volatile.Read(ref tier));
    }

    /// <summary>Judges facts that were read into a frame.</summary>
    internal void JudgeRead(Frame frame, ExplanationBuilder? explanation)
    {
        frame.FactLog.Close();
        frame.JudgesInTurn = explanation is not null;
        evaluator.JudgeRules(frame);
        if (explanation is not null && frame.Progress != JudgeProgress.NotJudged)
        {
            // What is told does not count, neither against the decision nor in its favour.
            var left = frame.StepsLeft;
            explanation.Tell(frame);
            frame.StepsLeft = left;
        }
        evaluator.Conclude(frame);
    }

    /// <summary>Tells what was judged in a frame; once.</summary>
    internal Decision Tell(Frame frame, string? caseId) => new DecisionBuilder(plan).Tell(frame, Identify(frame, caseId));

    /// <summary>What is asked for besides the decision goes into the builder and the list that are given.</summary>
    private Decision Decide<TSource>(TSource facts, ExplanationBuilder? explanation, List<string>? brokenNevers)
        where TSource : IFactSource
    {
        var frame = frames.Rent();
        Judge(facts, frame, explanation);
        brokenNevers?.AddRange(evaluator.BrokenNevers(frame));
        var decision = Tell(frame, facts.Case);
        frames.Return(frame);
        return decision;
    }

    private DecisionIdentity Identify(Frame frame, string? caseId)
    {
        var factsHash = frame.FactHash.Of(frame);
        return new DecisionIdentity
        {
            RuleSet = Name,
            Version = Version,
            Hash = Hash,
            FactsHash = factsHash,
            Id = Hashing.Hex(Hash + "\n" + factsHash).Substring(0, 32),
            Case = caseId,
        };
    }

    private void CountTowardsCompiling()
    {
        if (decisionsUntilCompiling > 0 && Interlocked.Decrement(ref decisionsUntilCompiling) == 0)
            Task.Run(() => Volatile.Write(ref tier, PlanCompiler.Compile(plan)));
    }

    private static IReadOnlyList<FactDescription> Describe(RuleSetDefinition definition, Types.FactSchema schema)
    {
        var conditions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var declaration in definition.Declarations.OfType<InputDeclaration>())
        {
            foreach (var name in declaration.RequiredWhen is null ? [] : declaration.Names)
                conditions[name.Text] = ExpressionText.Of(declaration.RequiredWhen!);
        }
        var facts = new List<FactDescription>();
        foreach (var input in schema.Inputs.Where(input => input.IsRead))
        {
            var need = input.IsRequired ? FactNeed.Required : input.IsRequiredWhen ? FactNeed.RequiredWhen : FactNeed.Optional;
            facts.Add(new FactDescription(input.Name, input.Type, need, conditions.TryGetValue(input.Name, out var condition) ? condition : null));
        }
        return facts;
    }
}
