using System.Collections.Generic;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Something that a name in an expression can stand for. Filled while binding, immutable afterwards.</summary>
internal abstract class ValueSymbol
{
    protected ValueSymbol(string name, TextSpan span)
    {
        Name = name;
        Span = span;
    }

    public string Name { get; }

    /// <summary>Where the name is declared.</summary>
    public TextSpan Span { get; }

    /// <summary>The text that it is declared in; null if it lives inside a declaration.</summary>
    public SourceText? Source { get; set; }

    /// <summary>Whether a vocabulary declares it, which other rulesets use too.</summary>
    public bool IsShared { get; set; }

    /// <summary>The type of a reference to it where nothing is proved about it.</summary>
    public RuleType Type { get; set; } = RuleType.Error;

    /// <summary>What proves it known, if it holds: the condition of <c>required when</c> or <c>only if</c>; null if nothing does.</summary>
    public BoundExpression? KnownWhen { get; set; }

    /// <summary>Whether an expression refers to it.</summary>
    public bool IsRead { get; set; }
}

/// <summary>How far the binding of a symbol that is bound on demand has come.</summary>
internal enum BindingState
{
    NotStarted,
    Running,
    Done,
}

/// <summary>A symbol with a body of its own, bound when first referred to, so that declarations may stand in any order.</summary>
internal abstract class ComputedSymbol : ValueSymbol
{
    protected ComputedSymbol(string name, TextSpan span)
        : base(name, span)
    {
    }

    public BindingState State { get; set; }

    /// <summary>How many steps its body is deep, through every symbol that it reads: what computing it takes of the stack.</summary>
    public int Height { get; set; }

    public IReadOnlyList<LocalSymbol> Parameters { get; set; } = [];

    /// <summary>The names by which it reaches the outcome (<c>gated, verdict</c>); null if it belongs to the facts phase.</summary>
    public IReadOnlyList<string>? OutcomePath { get; set; }
}

internal sealed class InputSymbol : ValueSymbol
{
    public InputSymbol(Identifier name, InputDeclaration syntax)
        : base(name.Text, name.Span) => Syntax = syntax;

    public InputDeclaration Syntax { get; }

    /// <summary>The type of the fact itself; <see cref="ValueSymbol.Type"/> is optional where <c>required when</c> stands.</summary>
    public RuleType FactType { get; set; } = RuleType.Error;

    public Value? Default { get; set; }

    /// <summary>The condition of <c>required when</c>.</summary>
    public BoundExpression? RequiredWhen { get; set; }

    public BindingState RequiredWhenState { get; set; }

    public int Slot { get; set; }
}

internal sealed class ParamSymbol : ValueSymbol
{
    public ParamSymbol(ParamDeclaration syntax)
        : base(syntax.Name.Text, syntax.Name.Span) => Syntax = syntax;

    public ParamDeclaration Syntax { get; }

    public BindingState State { get; set; }

    /// <summary>The value in force: the declared one, or the one set for this compilation.</summary>
    public Value Value { get; set; }
}

internal sealed class DefineSymbol : ComputedSymbol
{
    public DefineSymbol(DefineDeclaration syntax, SelectSymbol? select = null)
        : base(syntax.Name.Text, syntax.Name.Span)
    {
        Syntax = syntax;
        Select = select;
    }

    public DefineSymbol(ScoreDeclaration score)
        : this(score.ToDefine()) => Score = score;

    /// <summary>The score that it is; null for a define.</summary>
    public ScoreDeclaration? Score { get; }

    public DefineDeclaration Syntax { get; }

    /// <summary>The select whose item it is about; null for a define of the ruleset.</summary>
    public SelectSymbol? Select { get; }

    public BoundExpression? OnlyIf { get; set; }

    public BoundExpression Body { get; set; } = BoundError.Instance;
}

internal sealed class TableSymbol : ComputedSymbol
{
    public TableSymbol(TableDeclaration syntax)
        : base(syntax.Name.Text, syntax.Name.Span) => Syntax = syntax;

    public TableDeclaration Syntax { get; }

    public BoundTable? Table { get; set; }

    /// <summary>Whether it counts on some days only, so that its name stands for a <see cref="DatedSymbol"/>.</summary>
    public bool IsVersion { get; set; }
}

internal sealed class SelectSymbol : ComputedSymbol
{
    public SelectSymbol(SelectDeclaration syntax)
        : base(syntax.Name.Text, syntax.Name.Span) => Syntax = syntax;

    public SelectDeclaration Syntax { get; }

    public BoundSelect? Select { get; set; }
}

/// <summary>An item, a parameter, an earlier member of a record, or the value of a column: lives in one activation of its owner.</summary>
internal sealed class LocalSymbol : ValueSymbol
{
    public LocalSymbol(string name, TextSpan span, RuleType type)
        : base(name, span) => Type = type;
}

/// <summary>What an expression can ask about the decision itself.</summary>
internal enum OutcomeKind
{
    /// <summary>The names of missing facts.</summary>
    Missing,
    Verdict,
    Approvers,
}

internal sealed class OutcomeSymbol : ValueSymbol
{
    public OutcomeSymbol(string name, OutcomeKind kind, RuleType type)
        : base(name, default)
    {
        Kind = kind;
        Type = type;
    }

    public OutcomeKind Kind { get; }
}

/// <summary>A param or table that is declared once for each of several windows: which declaration counts, the day of the decision says.</summary>
internal sealed class DatedSymbol : ComputedSymbol
{
    public DatedSymbol(ValueSymbol first)
        : base(first.Name, first.Span) => Add(first);

    /// <summary>The declarations, all params or all tables, in the order of the text.</summary>
    public List<ValueSymbol> Versions { get; } = [];

    /// <summary>The table whose columns are those of all; null for a param.</summary>
    public BoundTable? Table => (Versions[0] as TableSymbol)?.Table;

    /// <summary>What is in force.</summary>
    public BoundExpression Body { get; set; } = BoundError.Instance;

    public void Add(ValueSymbol version)
    {
        Versions.Add(version);
        if (version is TableSymbol table)
            table.IsVersion = true;
    }
}

/// <summary>The names of critical inputs that differ from what was approved.</summary>
internal sealed class ChangedSymbol : ComputedSymbol
{
    public ChangedSymbol(string name)
        : base(name, default)
    {
    }

    public BoundExpression Body { get; set; } = BoundError.Instance;
}
