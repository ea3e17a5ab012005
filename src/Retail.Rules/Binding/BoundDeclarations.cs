using System;
using System.Collections.Generic;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>A table with its cells as conditions over its columns. Immutable.</summary>
internal sealed class BoundTable
{
    public BoundTable(TableDeclaration syntax, IReadOnlyList<BoundColumn> inputs, IReadOnlyList<BoundColumn> outputs, IReadOnlyList<BoundRow> rows, RuleType rowType)
    {
        Syntax = syntax;
        Inputs = inputs;
        Outputs = outputs;
        Rows = rows;
        RowType = rowType;
    }

    public TableDeclaration Syntax { get; }

    public IReadOnlyList<BoundColumn> Inputs { get; }

    public IReadOnlyList<BoundColumn> Outputs { get; }

    /// <summary>The rows; the one of <c>otherwise</c>, if any, is last and has no cells.</summary>
    public IReadOnlyList<BoundRow> Rows { get; }

    /// <summary>The type of one row's result: the value of the only output column, or a record of them.</summary>
    public RuleType RowType { get; }
}

internal sealed class BoundColumn
{
    public BoundColumn(string name, BoundExpression? value, LocalSymbol local, RuleType type)
    {
        Name = name;
        Value = value;
        Local = local;
        Type = type;
    }

    public string Name { get; }

    /// <summary>What an input column tests; null for an output column.</summary>
    public BoundExpression? Value { get; }

    /// <summary>The column's value as cells see it (<c>?</c>), computed once for all rows.</summary>
    public LocalSymbol Local { get; }

    public RuleType Type { get; }
}

internal sealed class BoundRow
{
    public BoundRow(TableRow syntax, IReadOnlyList<BoundCell> cells, IReadOnlyList<BoundExpression?> values)
    {
        Syntax = syntax;
        Cells = cells;
        Values = values;
    }

    public TableRow Syntax { get; }

    public IReadOnlyList<BoundCell> Cells { get; }

    /// <summary>One per output column; null is unknown.</summary>
    public IReadOnlyList<BoundExpression?> Values { get; }
}

/// <summary>A cell: anything, or one of some tests, or none of them. An unknown column matches only a test for unknown.</summary>
internal sealed class BoundCell
{
    public BoundCell(Cell syntax, bool isNegated, IReadOnlyList<BoundCellTest> tests)
    {
        Syntax = syntax;
        IsNegated = isNegated;
        Tests = tests;
    }

    public Cell Syntax { get; }

    public bool IsNegated { get; }

    public IReadOnlyList<BoundCellTest> Tests { get; }

    public bool IsAny => Tests.Count == 0;
}

/// <summary>How a cell test reads its value.</summary>
internal enum CellTestKind
{
    /// <summary>The column compares with the value.</summary>
    Comparison,

    /// <summary>The column is in the interval.</summary>
    Interval,

    /// <summary>The column is in the list.</summary>
    List,

    /// <summary>The column is unknown.</summary>
    Unknown,

    /// <summary>The condition, which reads the column as <c>?</c>, holds.</summary>
    Condition,
}

internal sealed class BoundCellTest
{
    public BoundCellTest(CellTestKind kind, BinaryOperator op, BoundExpression? value, BoundInterval? interval)
    {
        Kind = kind;
        Operator = op;
        Value = value;
        Interval = interval;
    }

    public CellTestKind Kind { get; }

    /// <summary>For a comparison.</summary>
    public BinaryOperator Operator { get; }

    /// <summary>What is compared with, the list, or the condition.</summary>
    public BoundExpression? Value { get; }

    public BoundInterval? Interval { get; }
}

internal sealed class BoundSelect
{
    public required LocalSymbol Item { get; init; }

    public required BoundExpression Source { get; init; }

    public required BoundExpression Key { get; init; }

    public required IReadOnlyList<DefineSymbol> Defines { get; init; }

    public required IReadOnlyList<BoundExclusion> Exclusions { get; init; }

    public required IReadOnlyList<BoundScore> Scores { get; init; }

    public required BoundExpression? Prefer { get; init; }

    public required IReadOnlyList<BoundRankKey> RankKeys { get; init; }

    /// <summary>The score as rank keys see it.</summary>
    public required LocalSymbol Score { get; init; }

    /// <summary>Whether the item is preferred, as rank keys see it.</summary>
    public required LocalSymbol Preferred { get; init; }

    /// <summary>Item, defines, score, preferred: what <c>best</c> and <c>ranking</c> hold.</summary>
    public required RecordType Entry { get; init; }
}

internal sealed class BoundExclusion
{
    public BoundExclusion(Exclusion syntax, BoundExpression when)
    {
        Syntax = syntax;
        When = when;
    }

    public Exclusion Syntax { get; }

    public BoundExpression When { get; }
}

internal sealed class BoundScore
{
    public BoundScore(BoundExpression points, BoundExpression? when)
    {
        Points = points;
        When = when;
    }

    public BoundExpression Points { get; }

    public BoundExpression? When { get; }
}

internal sealed class BoundRankKey
{
    public BoundRankKey(BoundExpression value, bool isDescending)
    {
        Value = value;
        IsDescending = isDescending;
    }

    public BoundExpression Value { get; }

    public bool IsDescending { get; }
}

internal sealed class BoundRule
{
    public required RuleDeclaration Syntax { get; init; }

    /// <summary>The days on which it is in force; null if it always is.</summary>
    public required DayRange? Days { get; init; }

    /// <summary>The item of <c>for each</c>; null if the rule is judged once.</summary>
    public required LocalSymbol? Item { get; init; }

    public required BoundExpression? Source { get; init; }

    public required BoundExpression? OnlyIf { get; init; }

    public required IReadOnlyList<BoundClause> Clauses { get; init; }

    /// <summary>Whether this stop rule names the built-in check for missing facts: its first clause asks exactly `missing is not empty`.</summary>
    public required bool NamesMissingCheck { get; init; }
}

internal sealed class BoundClause
{
    public BoundClause(Clause syntax, BoundExpression when, IReadOnlyList<BoundEffect> effects)
    {
        Syntax = syntax;
        When = when;
        Effects = effects;
    }

    public Clause Syntax { get; }

    public BoundExpression When { get; }

    public IReadOnlyList<BoundEffect> Effects { get; }
}

internal sealed class BoundEffect
{
    public BoundEffect(Effect syntax, IReadOnlyList<BoundExpression> roles, BoundExpression? within, IReadOnlyList<BoundExpression> escalateTo, BoundTemplate? text)
    {
        Syntax = syntax;
        Roles = roles;
        Within = within;
        EscalateTo = escalateTo;
        Text = text;
    }

    public Effect Syntax { get; }

    public EffectKind Kind => Syntax.Kind;

    public IReadOnlyList<BoundExpression> Roles { get; }

    /// <summary>The time to answer; null if the referral states none.</summary>
    public BoundExpression? Within { get; }

    public IReadOnlyList<BoundExpression> EscalateTo { get; }

    public BoundTemplate? Text { get; }
}

/// <summary>An effect's text: literal characters and holes in order.</summary>
internal sealed class BoundTemplate
{
    public BoundTemplate(IReadOnlyList<(string? Literal, BoundExpression? Hole)> parts) => Parts = parts;

    public IReadOnlyList<(string? Literal, BoundExpression? Hole)> Parts { get; }
}

internal sealed class BoundOutput
{
    public BoundOutput(OutputDeclaration syntax, BoundExpression value, BoundExpression? onlyIf, int places, IReadOnlyList<string>? outcomePath)
    {
        Syntax = syntax;
        Value = value;
        OnlyIf = onlyIf;
        Places = places;
        OutcomePath = outcomePath;
    }

    public OutputDeclaration Syntax { get; }

    public string Name => Syntax.Name.Text;

    public BoundExpression Value { get; }

    public BoundExpression? OnlyIf { get; }

    /// <summary>Decimal places, 0 to 18.</summary>
    public int Places { get; }

    public IReadOnlyList<string>? OutcomePath { get; }
}

internal sealed class BoundNever
{
    public BoundNever(NeverDeclaration syntax, Verdict verdict, BoundExpression when)
    {
        Syntax = syntax;
        Verdict = verdict;
        When = when;
    }

    public NeverDeclaration Syntax { get; }

    public Verdict Verdict { get; }

    public BoundExpression When { get; }
}

/// <summary>A whole ruleset, bound. Immutable.</summary>
internal sealed class BoundRuleSet
{
    public required RuleSetDefinition Definition { get; init; }

    public required FactSchema Facts { get; init; }

    public required IReadOnlyList<InputSymbol> Inputs { get; init; }

    public required IReadOnlyList<ParamSymbol> Params { get; init; }

    public required IReadOnlyList<DefineSymbol> Defines { get; init; }

    public required IReadOnlyList<TableSymbol> Tables { get; init; }

    public required IReadOnlyList<SelectSymbol> Selects { get; init; }

    /// <summary>Params and tables of several windows; the tables are also among <see cref="Tables"/>, each for its window.</summary>
    public required IReadOnlyList<DatedSymbol> Dated { get; init; }

    /// <summary>What differs from the approval; null if no input is critical.</summary>
    public required ChangedSymbol? Changed { get; init; }

    public required IReadOnlyList<BoundRule> Rules { get; init; }

    /// <summary>Binds a rule once more, so that nothing need be kept of the <see cref="Rules"/>. For one caller at a time.</summary>
    public required Func<RuleDeclaration, BoundRule> BindAgain { get; init; }

    public required IReadOnlyList<BoundOutput> Outputs { get; init; }

    public required IReadOnlyList<BoundNever> Nevers { get; init; }

    /// <summary>The enum that approvers are members of; null if the ruleset names no roles.</summary>
    public required EnumType? Roles { get; init; }

    /// <summary>The input that picks what is in force; null if nothing is dated.</summary>
    public required InputSymbol? Day { get; init; }
}
