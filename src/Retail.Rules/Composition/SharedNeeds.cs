using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>
/// What a ruleset needs of vocabularies: what it names, and what that names in turn. Also kept is what has a name that is given twice, so that
/// the binder sees both.
/// </summary>
internal static class SharedNeeds
{
    /// <summary>The shared declarations that are needed, in an order that does not depend on files: by kind, then by name.</summary>
    public static List<Piece> Of(IReadOnlyList<Piece> own, IReadOnlyList<Piece> shared)
    {
        var byName = new Dictionary<string, List<Piece>>(StringComparer.Ordinal);
        foreach (var piece in shared)
        {
            foreach (var name in Names.Given(piece.Declaration).Concat(piece.Declaration is EnumDeclaration item ? item.Members : []))
            {
                if (!byName.TryGetValue(name.Text, out var pieces))
                    byName.Add(name.Text, pieces = []);
                pieces.Add(piece);
            }
        }
        var needed = new HashSet<Piece>(GivenTwice([.. own, .. shared]).Where(shared.Contains));
        var open = new Queue<Piece>(own.Concat(needed));
        while (open.Count > 0)
        {
            foreach (var name in Names.Read(open.Dequeue().Declaration))
            {
                foreach (var piece in byName.TryGetValue(name, out var pieces) ? pieces.Where(needed.Add) : [])
                    open.Enqueue(piece);
            }
        }
        return shared.Where(needed.Contains)
            .OrderBy(piece => OrderOf(piece.Declaration))
            .ThenBy(piece => Names.Given(piece.Declaration).First().Text, StringComparer.Ordinal)
            .ToList();
    }

    private static IEnumerable<Piece> GivenTwice(IReadOnlyList<Piece> pieces) =>
        pieces.SelectMany(piece => Names.Given(piece.Declaration).Select(name => (Piece: piece, Key: (name.Text, Names.IsOfType(piece.Declaration)))))
            .GroupBy(given => given.Key)
            .Where(group => group.Select(given => given.Piece.Document).Distinct().Count() > 1)
            .SelectMany(group => group.Select(given => given.Piece));

    private static int OrderOf(Declaration declaration) => declaration switch
    {
        EnumDeclaration => 0,
        TypeDeclaration => 1,
        ParamDeclaration => 2,
        DefineDeclaration => 3,
        _ => 4,
    };
}
