using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Selects: what is proved once an item has passed every exclusion holds for scores, ranks and results.</summary>
internal sealed partial class Binder
{
    private void BindSelect(SelectSymbol symbol)
    {
        var syntax = symbol.Syntax;
        var source = BindSource(syntax.Source, Place.Top);
        WarnIfHidden(syntax.Item);
        var item = new LocalSymbol(syntax.Item.Text, syntax.Item.Span, source?.Type.Element ?? RuleType.Error);
        var at = Place.Top.With(item);
        var key = RequireKnown(Bind(syntax.Key, at));
        if (key.Type.Kind is TypeKind.List or TypeKind.Record or TypeKind.Exclusions)
            Report(TypeDiagnostics.NotComparable, syntax.Key, A(key.Type), "`key`", "use a text or number that tells items apart");

        var defines = new List<DefineSymbol>();
        foreach (var define in syntax.Defines)
        {
            var local = new DefineSymbol(define, symbol);
            if (local.Name is "score" or "preferred")
                Report(NameDiagnostics.BuiltInName, define.Name, local.Name);
            else if (local.Name == item.Name)
                Report(NameDiagnostics.DuplicateName, define.Name, local.Name, LineOf(item.Span));
            else if (defines.FirstOrDefault(other => other.Name == local.Name) is { } first)
                Report(NameDiagnostics.DuplicateName, define.Name, local.Name, LineOf(first.Span));
            BindDefineBody(local, at);
            local.State = BindingState.Done;
            defines.Add(local);
            at = at.With(local);
        }

        var exclusions = new List<BoundExclusion>();
        var passed = at.Flow;
        foreach (var exclusion in syntax.Exclusions)
        {
            var when = BindCondition(exclusion.When, at);
            exclusions.Add(new BoundExclusion(exclusion, when));
            passed = Assume(when, false, passed);
        }

        at = at.With(passed);
        var scores = syntax.Scores.Select(score => BindScore(score, at)).ToArray();
        var prefer = syntax.Prefer is null ? null : BindCondition(syntax.Prefer, at);
        var scoreLocal = new LocalSymbol("score", syntax.Name.Span, RuleType.Number);
        var preferredLocal = new LocalSymbol("preferred", syntax.Name.Span, RuleType.Boolean);
        var ranking = at.With(scoreLocal).With(preferredLocal);
        var ranks = syntax.RankKeys.Select(rank => new BoundRankKey(BindRankKey(rank, ranking), rank.IsDescending)).ToArray();

        var failed = source is null || key.Type.IsError || defines.Any(define => define.Type.IsError)
            || exclusions.Any(exclusion => exclusion.When.Type.IsError) || scores.Any(score => score is null)
            || prefer is { Type.IsError: true } || ranks.Any(rank => rank.Value.Type.IsError);
        if (failed)
            return;

        var fields = new List<Field> { new(item.Name, item.Type) };
        foreach (var define in defines)
            fields.Add(new Field(define.Name, IsKnown(new BoundReference(null, define, define.Type), passed) ? define.Type.AsKnown() : define.Type));
        fields.Add(new Field("score", RuleType.Number));
        fields.Add(new Field("preferred", RuleType.Boolean));
        var entry = new RecordType(null, fields);
        symbol.Select = new BoundSelect
        {
            Item = item,
            Source = source!,
            Key = key,
            Defines = defines,
            Exclusions = exclusions,
            Scores = scores!,
            Prefer = prefer,
            RankKeys = ranks,
            Score = scoreLocal,
            Preferred = preferredLocal,
            Entry = entry,
        };
        symbol.Type = RuleType.Of(new RecordType(null,
        [
            new Field("best", RuleType.Of(entry).AsOptional()),
            new Field("ranking", RuleType.ListOf(RuleType.Of(entry))),
            new Field("excluded", RuleType.Exclusions),
        ]));
    }

    private BoundScore? BindScore(ScoreItem score, Place at)
    {
        var when = score.When is null ? null : BindCondition(score.When, at);
        var inside = when is null ? at : at.With(Assume(when, true, at.Flow));
        var points = BindAs(score.Points, inside, RuleType.Number);
        return points.Type.IsError || when is { Type.IsError: true } ? null : new BoundScore(points, when);
    }

    private BoundExpression BindRankKey(RankKey rank, Place at)
    {
        var value = RequireKnown(Bind(rank.Value, at));
        if (value.Type.IsError || value.Type.IsOrdered || value.Type.Kind == TypeKind.Text)
            return value;
        return Fail(TypeDiagnostics.NotOrdered, rank.Value, "rank by", A(value.Type), "rank by numbers, percents, money, dates, texts or ordered enums");
    }
}
