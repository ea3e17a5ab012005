using System;
using System.IO;
using System.Text.Json;
using Retail.Rules;
using Retail.Rules.Dsl;
using Retail.Rules.Release;
using Retail.Rules.Text;
using Retail.Rules.Vocabulary;

// A stranger's program: the packages alone, a book from a file, one case of its suite.
var source = new SourceText(File.ReadAllText("homegoods.weekend_launch.rules"), "homegoods.weekend_launch.rules");
var ruleSet = RulesText.Compile(source).GetValueOrThrow();
using var suite = JsonDocument.Parse(File.ReadAllText("homegoods.weekend_launch.suite.json"));
var given = suite.RootElement.GetProperty("cases")[0].GetProperty("given");
var decision = ruleSet.Evaluate(FactSet.FromJson(given));
Console.WriteLine(decision.ToJson());

// The vocabulary in C# and in rules, and a gate of one stage.
var net = NetPrice.Of(new Money(2.40m, new Currency("USD")), Percent.FromPoints(20));
var margins = RulesText.Compile(
    new SourceText("ruleset consumer.margin version \"1\"\ncurrency USD\nuse retail.margin\ninput price : money\noutput net = netOfTax(price, 20%)\n", "margin.rules"),
    new RuleSetOptions { Library = RetailVocabulary.Library });
Console.WriteLine(net + ", " + new ReleaseGate([new ReleaseStage("launch", StageScope.Region, ruleSet)]).Stages.Count + " stage, " + margins.Diagnostics.Count + " findings");
return decision.Verdict == Verdict.Approve && Equals(decision.Outputs["stores"], "launch") ? 0 : 1;
