using System;
using System.IO;
using System.Text.Json;
using Retail.Rules;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

// A stranger's program: the packages alone, a book from a file, one case of its suite.
var source = new SourceText(File.ReadAllText("homegoods.weekend_launch.rules"), "homegoods.weekend_launch.rules");
var ruleSet = RulesText.Compile(source).GetValueOrThrow();
using var suite = JsonDocument.Parse(File.ReadAllText("homegoods.weekend_launch.suite.json"));
var given = suite.RootElement.GetProperty("cases")[0].GetProperty("given");
var decision = ruleSet.Evaluate(FactSet.FromJson(given));
Console.WriteLine(decision.ToJson());
return decision.Verdict == Verdict.Approve && Equals(decision.Outputs["stores"], "launch") ? 0 : 1;
