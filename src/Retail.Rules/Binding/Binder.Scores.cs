using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Scores: defines that the engine reports when their condition does not hold.</summary>
internal sealed partial class Binder
{
    private void CheckScores()
    {
        foreach (var symbol in values.Values.OfType<DefineSymbol>().Where(define => define.Score is not null))
        {
            var type = symbol.Type.AsKnown();
            if (!type.IsError && !type.IsOrdered && type.Kind != TypeKind.Boolean)
                Report(ScoreDiagnostics.NoOrder, symbol.Syntax.Name, symbol.Name, A(type));
            if (symbol.OutcomePath is { } path)
                Report(NameDiagnostics.OutcomeInFactsPhase, symbol.Syntax.Name, "score `" + symbol.Name + "`", string.Join(" reads ", [symbol.Name, .. path]));
        }
    }
}
