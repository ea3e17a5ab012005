using System;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Binding;
using Retail.Rules.Compilation;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Compilation;

/// <summary>Judging rules and computing defines with a frame that was used before allocates nothing.</summary>
[TestFixture]
public class AllocationTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Judging_allocates_nothing_after_the_first_evaluations(bool isCompiled)
    {
        var plan = Planner.Plan(Binder.Bind(Everything(), new BindingOptions(), out _));
        var tier = isCompiled ? PlanCompiler.Compile(plan) : Tier.Interpreted;
        var frame = new Frame(plan, maxSteps: 1_000_000);
        var facts = new Composite(0);
        foreach (var number in new[] { 3m, 1m, 2m })
            facts.Add(Record(number));

        // Often enough for the runtime to have replaced its first code by its best.
        for (var i = 0; i < 200; i++)
            Judge(plan, frame, tier, facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fired = Judge(plan, frame, tier, facts);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(fired, Is.EqualTo(2));
        Assert.That(after - before, Is.Zero);
    }

    private static Value Record(decimal number)
    {
        var record = new Composite(2);
        record.Add(new Value("sku " + number));
        record.Add(new Value(number));
        return new Value(record);
    }

    private static int Judge(EvaluationPlan plan, Frame frame, Tier tier, Composite facts)
    {
        frame.Reset(tier);
        frame.Give(0, new Value(facts));
        frame.Give(1, new Value(0.4m));
        frame.Give(2, new Value(Calendar.DayNumber(new DateTime(2026, 11, 25))));
        var fired = 0;
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            if (plan.Rules[i].IsInForce(frame) && frame.Judge(plan.Rules[i]) >= 0)
                fired++;
        }
        for (var i = 0; i < plan.Computed.Count; i++)
        {
            if (plan.Computed[i].ParameterSlots.Count == 0 && plan.Computed[i].Name != "local")
                frame.Compute(i);
        }
        return fired;
    }

    private static EffectiveWindow From(int year) => new() { From = Date(new DateTime(year, 1, 1)) };

    private static EffectiveWindow Until(int year) => new() { Until = Date(new DateTime(year, 1, 1)) };

    private static TableDeclaration Dated(EffectiveWindow window, decimal value) => new()
    {
        Name = Id("dated"),
        HitPolicy = HitPolicy.First,
        Effective = window,
        Inputs = [],
        Outputs = [new Column { Head = Name("value") }],
        Rows = [new TableRow { Cells = [], Values = [Number(1m)], Effective = Until(2020) }, new TableRow { Cells = [], Values = [Number(value)] }],
    };

    /// <summary>Arithmetic with fractions, aggregates, a split, lists and records, a table, a select, a call, windows.</summary>
    private static RuleSetDefinition Everything()
    {
        var item = Name("item");
        var size = Member(item, "size");
        return Definition(
            new TypeDeclaration
            {
                Name = Id("Item"),
                Fields = [new FieldGroup { Names = [Id("sku")], Type = Type("text") }, new FieldGroup { Names = [Id("size")], Type = Type("number") }],
            },
            Input("items", "Item", isList: true),
            Input("limit", "percent"),
            Input("asOf", "date"),
            new ParamDeclaration { Name = Id("least"), Type = Type("number"), Value = Number(1m), Effective = Until(2026) },
            new ParamDeclaration { Name = Id("least"), Type = Type("number"), Value = Number(7m), Effective = From(2026) },
            Dated(Until(2026), 2m),
            Dated(From(2026), 3m),
            Define("total", Aggregate(AggregateKind.Sum, "item", Name("items"), body: size)),
            Define("share", Binary(Number(1m), BinaryOperator.Divide, Name("total"))),
            new DefineDeclaration { Name = Id("double"), Parameters = [new Parameter { Name = Id("x"), Type = Type("number") }], Body = Binary(Name("x"), BinaryOperator.Multiply, Number(2m)) },
            Define("sizes", Aggregate(AggregateKind.List, "item", Name("items"), body: Call("double", size))),
            Define("pair", Generation.Syntax.Record([new RecordMember { Name = Id("low"), Value = Call("min", Name("total"), Number(3m)) }, new RecordMember { Name = Id("high"), Value = Name("low") }])),
            Define("shares", Generation.Syntax.Split(Number(10m), "item", Name("items"), size)),
            new TableDeclaration
            {
                Name = Id("level"),
                HitPolicy = HitPolicy.Collect,
                Inputs = [new Column { Head = Name("total") }],
                Outputs = [new Column { Head = Name("level") }],
                Rows =
                [
                    new TableRow { Cells = [new Cell { Tests = [new CellTest { Operator = BinaryOperator.GreaterOrEqual, Value = Number(3m) }] }], Values = [Number(1m)] },
                    new TableRow { Cells = [new Cell { Tests = [new CellTest { Operator = BinaryOperator.GreaterOrEqual, Value = Number(6m) }] }], Values = [Number(2m)] },
                ],
            },
            new SelectDeclaration
            {
                Name = Id("pick"),
                Item = Id("item"),
                Source = Name("items"),
                Key = Member(item, "sku"),
                Defines = [Define("local", size)],
                Exclusions = [new Exclusion { Id = Id("X1"), Title = Id("Small"), When = Binary(Name("local"), BinaryOperator.Less, Number(2m)) }],
                Scores = [new ScoreItem { Points = size }],
                RankKeys = [new RankKey { Value = Name("score"), IsDescending = true }],
            },
            Rule("R1", Binary(Name("share"), BinaryOperator.Less, Name("limit"))),
            Rule("R2", Binary(Number(2m), BinaryOperator.In, Name("level"))),
            Rule("R3", Above(Name("total"), 100m)),
            Rule("R4", IsUnknown(Member(Name("pick"), "best"))),
            Rule("R5", Binary(Name("least"), BinaryOperator.LessOrEqual, Name("dated"))),
            new RuleDeclaration
            {
                Id = Id("R6"), Title = Id("Ended"), Effective = Until(2026),
                Clauses = [new Clause { When = Boolean(true), Effects = [new Effect { Kind = EffectKind.Reject }] }],
            });
    }
}
