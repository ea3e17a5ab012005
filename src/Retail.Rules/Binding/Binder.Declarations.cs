using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>The order of binding, and symbols that are bound when first referred to.</summary>
internal sealed partial class Binder
{
    private static readonly HashSet<string> OutcomeNames = ["missing", "verdict", "approvers", "fired"];

    private readonly IReadOnlyDictionary<string, Expression> parameters;

    /// <summary>Params whose values are being bound, outermost first.</summary>
    private readonly List<string> runningParams = [];

    private BoundRuleSet BindRuleSet()
    {
        DeclareTypes();
        roles = enums.TryGetValue("Role", out var role) ? role : null;
        DeclareOutcome();
        DeclareRuleIds();
        DeclareValues();
        DeclareApproval();

        var inputs = values.Values.OfType<InputSymbol>().ToArray();
        var dated = values.Values.OfType<DatedSymbol>().ToArray();
        var parametersInOrder = values.Values.OfType<ParamSymbol>().ToArray();
        BindInputs(inputs);
        BindDay();
        foreach (var param in parametersInOrder)
            EnsureParam(param, null);
        RefuseUnknownParameters();
        foreach (var symbol in values.Values.OfType<ComputedSymbol>().ToArray())
        {
            source = symbol.Source ?? definition.Source;
            EnsureBound(symbol, null);
        }
        CheckLayers();
        CheckScores();
        foreach (var input in inputs)
            EnsureRequiredWhen(input);
        source = definition.Source;

        var boundRules = definition.Declarations.OfType<RuleDeclaration>().Select(BindRule).ToArray();
        var outputs = BindOutputs();
        var nevers = definition.Declarations.OfType<NeverDeclaration>().Select(BindNever).ToArray();
        CheckOutcomeChains(outputs);
        IsEmpty(definition.EffectiveFrom, definition.EffectiveUntil);
        CheckExamples();
        ReadCriticals();
        ReportUnused();

        var bound = new BoundRuleSet
        {
            Definition = definition,
            Inputs = inputs,
            Facts = new FactSchema(inputs.Select(input => new FactInput(input.Name, input.FactType, input.Slot, input.Default, input.Syntax.RequiredWhen is not null, input.IsRead)).ToArray(), NamedCurrency),
            Params = parametersInOrder,
            Defines = values.Values.OfType<DefineSymbol>().ToArray(),
            Tables = values.Values.OfType<TableSymbol>().Concat(dated.SelectMany(symbol => symbol.Versions).OfType<TableSymbol>()).ToArray(),
            Dated = dated,
            Changed = changed,
            Selects = values.Values.OfType<SelectSymbol>().ToArray(),
            Rules = boundRules,
            BindAgain = BindAgain,
            Outputs = outputs,
            Nevers = nevers,
            Roles = roles,
            Day = asOf,
        };
        CheckDirections(bound);
        rules = null;
        return bound;
    }

    private void DeclareOutcome()
    {
        values.Add("missing", new OutcomeSymbol("missing", OutcomeKind.Missing, RuleType.ListOf(RuleType.Text)));
        values.Add("verdict", new OutcomeSymbol("verdict", OutcomeKind.Verdict, RuleType.Of(verdictEnum)));
        values.Add("approvers", new OutcomeSymbol("approvers", OutcomeKind.Approvers, roles is null ? RuleType.Error : RuleType.ListOf(RuleType.Of(roles))));
    }

    private void DeclareValues()
    {
        foreach (var declaration in definition.Declarations)
        {
            Enter(declaration);
            switch (declaration)
            {
                case InputDeclaration input:
                    foreach (var name in input.Names)
                        Declare(name, new InputSymbol(name, input), declaration);
                    break;
                case ParamDeclaration param:
                    DeclareVersion(param.Name, new ParamSymbol(param), param.Effective, declaration);
                    break;
                case DefineDeclaration define:
                    Declare(define.Name, new DefineSymbol(define), declaration);
                    break;
                case ScoreDeclaration score:
                    Declare(score.Name, new DefineSymbol(score), declaration);
                    break;
                case TableDeclaration table:
                    DeclareVersion(table.Name, new TableSymbol(table), table.Effective, declaration);
                    break;
                case SelectDeclaration select:
                    Declare(select.Name, new SelectSymbol(select), declaration);
                    break;
            }
        }
        source = definition.Source;
    }

    private void Locate(ValueSymbol symbol, Declaration declaration)
    {
        symbol.Source = source;
        symbol.IsShared = definition.Origins.IsShared(declaration);
    }

    private void Declare(Identifier name, ValueSymbol symbol, Declaration declaration)
    {
        Locate(symbol, declaration);
        if (OutcomeNames.Contains(name.Text) || System.Array.IndexOf(FunctionNames, name.Text) >= 0 || (name.Text is ApprovedName or ChangedName && HasCriticals))
            Report(NameDiagnostics.BuiltInName, name, name.Text);
        else if (values.TryGetValue(name.Text, out var first))
            Report(NameDiagnostics.DuplicateName, name, name.Text, LineOf(first.Span, first.Source));
        else
            values.Add(name.Text, symbol);
    }

    private void BindInputs(InputSymbol[] inputs)
    {
        var types = new Dictionary<InputDeclaration, (RuleType Type, Value? Default)>();
        for (var i = 0; i < inputs.Length; i++)
        {
            var input = inputs[i];
            source = input.Source ?? definition.Source;
            input.Slot = i;
            if (input == approved)
            {
                input.FactType = input.Type = TypeOfApproved();
                continue;
            }
            if (!types.TryGetValue(input.Syntax, out var resolved))
            {
                var type = ResolveType(input.Syntax.Type);
                types.Add(input.Syntax, resolved = (type, input.Syntax.Default is null ? null : BindDefault(input.Syntax.Default, type)));
            }
            input.FactType = resolved.Type;
            input.Type = input.Syntax.RequiredWhen is null ? resolved.Type : resolved.Type.AsOptional();
            input.Default = resolved.Default;
        }
        source = definition.Source;
    }

    /// <summary>Binds the condition of <c>required when</c>, which is also what proves the input known.</summary>
    private void EnsureRequiredWhen(InputSymbol input)
    {
        if (input.Syntax.RequiredWhen is not { } syntax || input.RequiredWhenState != BindingState.NotStarted)
            return;
        input.RequiredWhenState = BindingState.Running;
        var path = outcomePath;
        outcomePath = null;
        var before = Enter(input.Source);
        var condition = BindCondition(syntax, Place.Top);
        if (outcomePath is not null)
            Report(NameDiagnostics.OutcomeInFactsPhase, syntax, "`required when`", string.Join(" reads ", [input.Name, .. outcomePath]));
        source = before;
        outcomePath = path;
        input.RequiredWhen = condition.Type.IsError ? null : condition;
        input.KnownWhen = input.RequiredWhen;
        input.RequiredWhenState = BindingState.Done;
    }

    /// <summary>Binds a param, unless it is bound or being bound; false if its value depends on itself.</summary>
    private bool EnsureParam(ParamSymbol param, Expression? reference)
    {
        if (param.State == BindingState.Running)
        {
            Report(NameDiagnostics.Cycle, reference!, param.Name, param.Name + " reads " + string.Join(" reads ", runningParams.SkipWhile(other => other != param.Name).Skip(1).Concat([param.Name])));
            return false;
        }
        if (param.State == BindingState.Done)
            return true;
        param.State = BindingState.Running;
        runningParams.Add(param.Name);
        var before = Enter(param.Source);
        BindParam(param);
        source = before;
        runningParams.RemoveAt(runningParams.Count - 1);
        param.State = BindingState.Done;
        return true;
    }

    private void BindParam(ParamSymbol param)
    {
        var syntax = param.Syntax;
        var type = ResolveType(syntax.Type);
        var isSet = parameters.TryGetValue(param.Name, out var set);
        var before = Enter(syntax.Value);
        var declared = BindDefault(syntax.Value, type);
        source = before;
        if (declared is null)
            return;
        param.Type = type;
        param.Value = declared.Value;
        if (isSet && BindDefault(set!, type) is { } value)
            param.Value = value;
        CheckOwner(syntax.Owner);
        CheckRoles(syntax.OverridableBy);
        CheckDirection(param);
        if (syntax.Within is { } within)
            CheckBounds(param, within, isSet ? set! : syntax.Value);
    }

    private void CheckBounds(ParamSymbol param, Expression within, Expression value)
    {
        if (IsWithin(within, param.Type.AsKnown(), param.Value) is not { } inside)
            return;
        if (!inside)
        {
            var owner = param.Syntax.Owner is { } role ? role.Text + " owns it; the bounds are in the ruleset" : "choose a value inside";
            Enter(value);
            Report(TypeDiagnostics.OutsideBounds, value, "`" + ExpressionText.Of(value) + "`", param.Name, ExpressionText.Of(within), owner);
        }
    }

    private static bool IsInside(in Value value, in Value low, in Value high, BoundInterval interval)
    {
        var above = Exact.Compare(value, low);
        var below = Exact.Compare(value, high);
        return (above > 0 || (above == 0 && interval.IncludesLow)) && (below < 0 || (below == 0 && interval.IncludesHigh));
    }

    private void RefuseUnknownParameters()
    {
        foreach (var name in parameters.Keys)
        {
            if (values.TryGetValue(name, out var symbol) && IsParam(symbol))
                continue;
            var names = values.Values.Where(IsParam).Select(param => param.Name).ToArray();
            Report(NameDiagnostics.UnknownParameter, definition.Name, name,
                DidYouMean(Spelling.Suggest(name, names), names.Length == 0 ? "this ruleset has no params" : "its params are " + string.Join(", ", names)));
        }
    }

    /// <summary>Binds a symbol with a body, unless it is bound or being bound; false if it depends on itself.</summary>
    private bool EnsureBound(ComputedSymbol symbol, ModelNode? reference)
    {
        if (symbol.State == BindingState.Done)
            return Descend(symbol, reference);
        if (symbol.State == BindingState.Running)
        {
            var circle = running.SkipWhile(other => other != symbol).Where(other => !IsVersion(other)).Select(other => other.Name).Concat([symbol.Name]);
            Report(NameDiagnostics.Cycle, reference?.Span ?? symbol.Span, symbol.Name, string.Join(" reads ", circle));
            return false;
        }
        var (path, above) = (outcomePath, deepest);
        outcomePath = null;
        deepest = depth;
        symbol.State = BindingState.Running;
        running.Add(symbol);
        var before = Enter(symbol.Source);
        switch (symbol)
        {
            case DefineSymbol define:
                BindDefineBody(define, DeclareParameters(define, define.Syntax.Parameters));
                break;
            case TableSymbol table:
                BindTable(table);
                break;
            case SelectSymbol select:
                BindSelect(select);
                break;
            case DatedSymbol dated:
                BindDated(dated);
                break;
            case ChangedSymbol changedSymbol:
                BindChanged(changedSymbol);
                break;
        }
        source = before;
        running.RemoveAt(running.Count - 1);
        symbol.State = BindingState.Done;
        symbol.OutcomePath = outcomePath;
        symbol.Height = deepest - depth;
        (outcomePath, deepest) = (path, System.Math.Max(above, deepest));
        return true;
    }

    /// <summary>Adds the steps below a bound symbol to those above it; false if they are too many together, which is reported.</summary>
    private bool Descend(ComputedSymbol symbol, ModelNode? reference)
    {
        if (symbol.Type.IsError)
            return true;
        deepest = System.Math.Max(deepest, depth + symbol.Height);
        if (deepest <= maxDepth)
            return true;
        deepest = maxDepth;
        Report(NameDiagnostics.TooDeep, reference?.Span ?? symbol.Span, symbol.Name, maxDepth);
        return false;
    }

    private Place DeclareParameters(ComputedSymbol symbol, IReadOnlyList<Parameter> syntax)
    {
        var locals = new List<LocalSymbol>();
        var at = Place.Top;
        foreach (var parameter in syntax)
        {
            if (locals.FirstOrDefault(other => other.Name == parameter.Name.Text) is { } first)
                Report(NameDiagnostics.DuplicateName, parameter.Name, parameter.Name.Text, LineOf(first.Span));
            var local = new LocalSymbol(parameter.Name.Text, parameter.Name.Span, ResolveType(parameter.Type));
            locals.Add(local);
            at = at.With(local);
        }
        symbol.Parameters = locals;
        return at;
    }

    private void BindDefineBody(DefineSymbol define, Place at)
    {
        var syntax = define.Syntax;
        if (syntax.OnlyIf is not null)
        {
            define.OnlyIf = BindCondition(syntax.OnlyIf, at);
            at = at.With(Assume(define.OnlyIf, true, at.Flow));
        }
        if (syntax.Type is { } declared)
        {
            var type = ResolveType(declared);
            define.Body = BindAs(syntax.Body, at, type);
            define.Type = define.Body.Type.IsError ? RuleType.Error : type;
        }
        else
        {
            define.Body = Bind(syntax.Body, at);
            define.Type = define.Body.Type;
            if (define.Type is { Kind: TypeKind.List, Element.Kind: TypeKind.Never } or { Kind: TypeKind.Never })
            {
                Report(TypeDiagnostics.TypeUnclear, syntax.Body, ExpressionText.Of(syntax.Body), define.Name);
                define.Type = RuleType.Error;
            }
        }
        if (define.OnlyIf is null)
            return;
        define.KnownWhen = define.Type.IsOptional || define.OnlyIf.Type.IsError ? null : define.OnlyIf;
        define.Type = define.OnlyIf.Type.IsError ? RuleType.Error : define.Type.AsOptional();
    }

    private void ReachOutcome(IReadOnlyList<string> path) => outcomePath ??= path;

    private IReadOnlyList<BoundOutput> BindOutputs()
    {
        var outputs = new List<BoundOutput>();
        var declared = new Dictionary<string, OutputDeclaration>(System.StringComparer.Ordinal);
        foreach (var output in definition.Declarations.OfType<OutputDeclaration>())
        {
            Enter(output);
            if (declared.TryGetValue(output.Name.Text, out var first))
            {
                Report(NameDiagnostics.DuplicateName, output.Name, output.Name.Text, LineOf(first.Name.Span, definition.SourceOf(first)));
                continue;
            }
            declared.Add(output.Name.Text, output);
            outputs.Add(BindOutput(output));
        }
        source = definition.Source;
        return outputs;
    }
}
