using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Tests.Generation;

/// <summary>A define or table with parameters.</summary>
internal sealed record Callable(string Name, IReadOnlyList<RuleType> Parameters, RuleType Result);

/// <summary>What an expression may read and call at its place, with the types proved there. Immutable.</summary>
internal sealed class Scope
{
    public static readonly Scope Empty = new([], [], []);

    private readonly IReadOnlyList<(Expression Path, RuleType Type)> paths;

    private Scope(IReadOnlyList<(Expression Path, RuleType Type)> paths, IReadOnlyList<(Expression Path, RuleType Type)> spares, IReadOnlyList<Callable> callables)
    {
        this.paths = paths;
        Spares = spares;
        Callables = callables;
    }

    public IReadOnlyList<Callable> Callables { get; }

    /// <summary>
    /// What may be unknown and is only ever read with <c>otherwise</c>, which is an error where the text has shown a value known. Nothing asks
    /// about these.
    /// </summary>
    public IReadOnlyList<(Expression Path, RuleType Type)> Spares { get; }

    /// <summary>With a name or path, and the members of what is known to be a record.</summary>
    public Scope With(Expression path, RuleType type) => new([.. paths, .. Paths(path, type)], Spares, Callables);

    public Scope With(Callable callable) => new(paths, Spares, [.. Callables, callable]);

    public Scope WithSpare(Expression path, RuleType type) => new(paths, [.. Spares, (path, type)], Callables);

    /// <summary>Where a path is proved known.</summary>
    public Scope WithKnown(Expression path)
    {
        var text = ExpressionText.Of(path);
        var type = paths.First(other => ExpressionText.Of(other.Path) == text).Type;
        return new Scope([.. paths.Where(other => ExpressionText.Of(other.Path) != text), .. Paths(path, type.AsKnown())], Spares, Callables);
    }

    /// <summary>The paths of exactly this type.</summary>
    public IReadOnlyList<Expression> Of(RuleType type) => paths.Where(path => path.Type.Equals(type)).Select(path => path.Path).ToArray();

    /// <summary>Whatever may be unknown.</summary>
    public IReadOnlyList<(Expression Path, RuleType Type)> Optionals => paths.Where(path => path.Type.IsOptional).ToArray();

    public IReadOnlyList<(Expression Path, RuleType Type)> All => paths;

    private static IEnumerable<(Expression Path, RuleType Type)> Paths(Expression path, RuleType type)
    {
        yield return (path, type);
        if (type is not { Kind: TypeKind.Record, IsOptional: false })
            yield break;
        foreach (var field in type.Record!.Fields)
        {
            foreach (var inner in Paths(Syntax.Member(path, field.Name), field.Type))
                yield return inner;
        }
    }
}
