using System;
using System.Collections.Generic;
using Retail.Rules.Cli.Output;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Cli.Loading;

/// <summary>Reads <c>--set maxDepth=40%</c>: the value is an expression of the rule language.</summary>
internal static class ParameterSettings
{
    public static IReadOnlyDictionary<string, Expression> Parse(IEnumerable<string> settings, Terminal terminal)
    {
        var parameters = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new CommandFailure("--set " + setting + ": write name=value, such as maxDepth=40%");
            if (!parameters.TryAdd(setting[..equals].Trim(), ParseValue(setting, equals + 1, terminal)))
                throw new CommandFailure("--set " + setting + ": is set twice");
        }
        return parameters;
    }

    private static Expression ParseValue(string setting, int start, Terminal terminal)
    {
        var found = new List<Diagnostic>();
        var value = new RulesExpressionReader().Read(new SourceText(setting, "--set"), TextSpan.FromBounds(start, setting.Length), setting[start..], found);
        if (value is not null && found.TrueForAll(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
            return value;
        RuleSetLoader.WriteErrors(found, terminal);
        throw CommandFailure.Silent(ExitCode.BadInput);
    }
}
