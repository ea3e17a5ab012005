using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>
/// Joins what several documents say of an open enum: who uses a document may declare its open enums again and so add members. All others that
/// declare a name twice are left to the binder, which reports them.
/// </summary>
internal static class OpenEnums
{
    public static List<Piece> Join(IReadOnlyList<Piece> pieces)
    {
        var joined = pieces.ToList();
        var groups = pieces.Where(piece => piece.Declaration is EnumDeclaration { Kind: EnumKind.Open })
            .GroupBy(piece => ((EnumDeclaration)piece.Declaration).Name.Text, StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Select(piece => piece.Document).Distinct().Count() > 1))
        {
            if (First(group.ToArray()) is not { } first)
                continue;
            var members = ((EnumDeclaration)first.Declaration).Members.ToList();
            foreach (var piece in group.Where(piece => piece.Document != first.Document))
            {
                members.AddRange(((EnumDeclaration)piece.Declaration).Members.Where(member => members.All(other => other.Text != member.Text)));
                joined.Remove(piece);
            }
            joined[joined.IndexOf(first)] = first with { Declaration = ((EnumDeclaration)first.Declaration).With(members) };
        }
        return joined;
    }

    /// <summary>The declaration that all others add to: of the vocabulary that all others use, or of the lowest document; null if there is none.</summary>
    private static Piece? First(Piece[] group)
    {
        var shared = group.Where(piece => piece.Document.Kind == DocumentKind.Vocabulary).ToArray();
        return shared.Length == 0
            ? group[0]
            : shared.FirstOrDefault(candidate => shared.All(other => other.Document == candidate.Document || other.Document.Reach().Contains(candidate.Document)));
    }
}
