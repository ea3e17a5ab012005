using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Explanation;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Planning;

/// <summary>Prepares conditions for being told.</summary>
internal sealed partial class Planner
{
    /// <summary>How many boolean defines deep a reason looks for numbers.</summary>
    private const int MaxLookBehind = 3;

    private readonly Dictionary<(DefineSymbol, int), ReasonNode> behind = [];

    /// <summary>What was planned of the rule that is being told, each expression once; null while the ruleset is planned.</summary>
    private readonly Dictionary<BoundExpression, PlanNode>? told;

    /// <summary>The locals of the rule that is being told.</summary>
    private readonly List<ValueSymbol> toldLocals = [];

    /// <summary>All rules, for those who tell what others decided.</summary>
    private IReadOnlyList<RulePlan> toldRules = [];

    /// <summary>
    /// A planner of reasons: it gives names the places that they have in the plan, and knows no local but those of computed symbols. Made
    /// before rules are planned, so that it keeps nothing of theirs.
    /// </summary>
    private Planner(Planner whole)
    {
        shared = whole.shared;
        slots = new Dictionary<ValueSymbol, int>(whole.slots);
        computed = whole.computed;
        computedInOrder = whole.computedInOrder;
        sharedIndexes = whole.sharedIndexes;
        behind = whole.behind;
        told = [];
    }

    /// <summary>Prepares what stands behind the boolean defines, which many rules may tell.</summary>
    private void LookBehind(IReadOnlyList<DefineSymbol> defines)
    {
        foreach (var define in defines)
        {
            if (define.Type.Kind == TypeKind.Boolean)
                Behind(define, MaxLookBehind);
        }
    }

    /// <summary>
    /// How rules are told: bound and planned anew when that is first asked for. Their locals and arguments lie in slots after all others, the
    /// same for every rule, since one rule is told at a time.
    /// </summary>
    private RuleReasons TellRules(BoundRuleSet bound, IReadOnlyList<RulePlan> rules, int firstSlot)
    {
        toldRules = rules;
        var most = 0;
        foreach (var rule in bound.Rules)
            most = System.Math.Max(most, SlotsToTell(rule));
        slotCount = firstSlot + most;
        shared.Release();
        var bindAgain = bound.BindAgain;
        return new RuleReasons(rules.Count, rule => Tell(rule, bindAgain(rule.Syntax), firstSlot));
    }

    private ToldRule Tell(RulePlan plan, BoundRule rule, int firstSlot)
    {
        slotCount = firstSlot;
        if (rule.Item is not null)
            GiveSlot(rule.Item, plan.ItemSlot);
        var onlyIf = rule.OnlyIf is null ? null : Tell(rule.OnlyIf, rule.Syntax.OnlyIf!);
        var clauses = rule.Clauses.Select(clause => Tell(clause.When, clause.Syntax.When)).ToArray();
        shared.Release();
        told!.Clear();
        foreach (var local in toldLocals)
            slots.Remove(local);
        toldLocals.Clear();
        return new ToldRule(onlyIf, clauses);
    }

    private ToldCondition Tell(BoundExpression condition, Expression syntax)
    {
        shared.Recognise(condition);
        return new ToldCondition(ExpressionText.Of(syntax), Reason(condition));
    }

    private static int SlotsToTell(BoundRule rule)
    {
        var slots = rule.OnlyIf is null ? 0 : SlotsToTell(rule.OnlyIf);
        foreach (var clause in rule.Clauses)
            slots += SlotsToTell(clause.When);
        return slots;
    }

    /// <summary>The locals and arguments in an expression, and in the columns of tables, which are told with them.</summary>
    private static int SlotsToTell(BoundExpression expression)
    {
        var slots = expression switch
        {
            BoundAggregate or BoundSplit => 1,
            BoundRecord record => record.Members.Count,
            BoundInvocation invocation => invocation.Arguments.Count,
            BoundReference reference when TableOf(reference.Symbol) is { } table => table.Inputs.Sum(column => SlotsToTell(column.Value!)),
            _ => 0,
        };
        var children = BoundChildren.Of(expression);
        for (var i = 0; i < children.Count; i++)
            slots += SlotsToTell(children[i]);
        return slots;
    }

    private ReasonNode Reason(BoundExpression condition, int lookBehind = MaxLookBehind)
    {
        var test = Plan(condition);
        switch (condition)
        {
            case BoundNot not:
                return new NotReason(test, Reason(not.Operand, lookBehind));
            case BoundLogical logical:
                return new LogicalReason(test, logical.IsAnd, logical.Operands.Select(operand => Reason(operand, lookBehind)).ToArray());
            case BoundComparison comparison:
                return new ComparisonReason(test, comparison.Operator, Operand(comparison.Left), Operand(comparison.Right),
                    comparison.Right is BoundLiteral, OperandsOf(comparison.Left, comparison.Right));
            case BoundInInterval inside:
                return new IntervalReason((InIntervalNode)test, Operand(inside.Operand), OperandsOf(inside.Operand, inside.Interval.Low, inside.Interval.High));
            case BoundIs { AsksEmpty: true } empty:
                return new PhraseReason(test, Operand(empty.Operand), ReasonWords.IsEmpty, ReasonWords.IsNotEmpty, null, OperandsOf(empty.Operand));
            case BoundIs { Operand: BoundReference reference } when TableOf(reference.Symbol) is { } table:
                return new TableReason(test, Operand(reference), table.Inputs.Select(column => Operand(column.Value!)).ToArray(), OperandsOf(reference));
            case BoundIs known:
                return new PhraseReason(test, Operand(known.Operand), ReasonWords.IsKnown, ReasonWords.IsUnknown, null, OperandsOf(known.Operand));
            case BoundRelation relation:
                var (whenTrue, whenFalse) = relation.Operator switch
                {
                    BinaryOperator.In => ("is one of", "is not one of"),
                    BinaryOperator.Contains => ("contains", "does not contain"),
                    BinaryOperator.SameAs => (ReasonWords.Is, "is not"),
                    _ => ("lies within", "is not within"),
                };
                return new PhraseReason(test, Operand(relation.Left), whenTrue, whenFalse, Operand(relation.Right), OperandsOf(relation.Left, relation.Right));
            case BoundReference { Symbol: DefineSymbol define } reference:
                return new FlagReason(test, Operand(reference), Behind(define, lookBehind));
            case BoundReference or BoundField:
                return new FlagReason(test, Operand(condition), null);
            default:
                return new WholeReason(test, Text(condition), OperandsOf(condition));
        }
    }

    /// <summary>The condition that a boolean define stands for; null where looking further would not end in a short reason.</summary>
    private ReasonNode? Behind(DefineSymbol define, int lookBehind)
    {
        if (lookBehind == 0 || define.OnlyIf is not null || define.Syntax.Parameters.Count > 0)
            return null;
        if (!behind.TryGetValue((define, lookBehind), out var reason))
            behind.Add((define, lookBehind), reason = Reason(define.Body, lookBehind - 1));
        return reason;
    }

    private OperandPlan Operand(BoundExpression expression) => new(Text(expression), Plan(expression));

    private static string Text(BoundExpression expression) => expression.Syntax is null ? "value" : ExpressionText.Of(expression.Syntax);

    /// <summary>
    /// The names, paths and calls of defines in some expressions, each once, as the reason's operands; for a table also what its columns test,
    /// since that is where its numbers are.
    /// </summary>
    private IReadOnlyList<OperandPlan> OperandsOf(params BoundExpression[] expressions)
    {
        var found = new List<OperandPlan>();
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var expression in expressions)
            Collect(expression);
        return found;

        void Collect(BoundExpression expression)
        {
            switch (expression)
            {
                case BoundReference reference when TableOf(reference.Symbol) is { } table:
                    Take(reference);
                    foreach (var column in table.Inputs)
                        Collect(column.Value!);
                    return;
                case BoundReference or BoundField when IsPath(expression):
                    Take(expression);
                    return;
                case BoundInvocation:
                    Take(expression);
                    return;
                case BoundAggregate aggregate:
                    Collect(aggregate.Source);
                    return;
                case BoundSplit split:
                    Collect(split.Total);
                    Collect(split.Source);
                    return;
            }
            foreach (var child in BoundChildren.Of(expression))
                Collect(child);
        }

        void Take(BoundExpression expression)
        {
            if (expression.Type.Kind is not (TypeKind.Record or TypeKind.Exclusions) && !IsListOfRecords(expression.Type) && names.Add(Text(expression)))
                found.Add(Operand(expression));
        }
    }

    private static BoundTable? TableOf(ValueSymbol symbol) => symbol switch
    {
        TableSymbol table => table.Table,
        DatedSymbol dated => dated.Table,
        _ => null,
    };

    private static bool IsListOfRecords(RuleType type) => type is { Kind: TypeKind.List, Element.Kind: TypeKind.Record };

    private static bool IsPath(BoundExpression expression) => expression switch
    {
        BoundReference reference => reference.Syntax is not null,
        BoundField field => IsPath(field.Target),
        _ => false,
    };
}
