using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class CanonicalJsonTests
{
    private static readonly IReadOnlyDictionary<string, Expression> NoParameters = new Dictionary<string, Expression>();

    private const string Book = """
        { "schemaVersion": 1, "ruleset": "shop.promo", "version": "1", "currency": "GBP", "outputPlaces": 4, "declarations": [
          { "enum": "Role", "members": ["Buyer", "Director"] },
          { "type": "Line", "fields": [{ "names": ["a", "b"], "type": "money", "default": "2.50" }] },
          { "input": ["depth", "limit"], "type": "percent", "comments": ["old"] },
          { "param": "maxDepth", "type": "percent", "value": "50%", "documentation": ["old"] },
          { "table": "authority", "inputs": [{ "value": "depth" }], "outputs": [{ "name": "role" }],
            "rows": [{ "cells": ["<= 15%"], "values": ["-"] }, { "cells": ["> 15%"], "values": ["Buyer"] }] },
          { "rule": "A", "title": "Depth", "clauses": [{ "when": { "op": ">", "left": "depth", "right": "maxDepth" }, "then": [{ "effect": "reject", "text": "over {depth}" }] }] },
          { "facts": "f", "record": { "depth": "10%" } },
          { "example": "e", "given": "f", "expect": "approve" }
        ] }
        """;

    [TestCase("{ \"schemaVersion\": 1,", "\n\n{   \"schemaVersion\"\t: 1,", TestName = "Layout is not hashed")]
    [TestCase("\"comments\": [\"old\"]", "\"comments\": [\"new\", \"lines\"], \"trailingComment\": \"x\"", TestName = "Comments are not hashed")]
    [TestCase("\"documentation\": [\"old\"]", "\"documentation\": [\"new\"]", TestName = "Documentation is not hashed")]
    [TestCase("\"record\": { \"depth\": \"10%\" }", "\"record\": { \"depth\": \"20%\" }", TestName = "Facts for examples are not hashed")]
    [TestCase("\"expect\": \"approve\"", "\"expect\": \"reject\"", TestName = "Examples are not hashed")]
    [TestCase("\"table\": \"authority\",", "\"table\": \"authority\", \"hit\": \"unique\",", TestName = "Writing out the assumed hit policy is not hashed")]
    [TestCase("\"2.50\"", "\"2.5\"", TestName = "Zeros that end a number are not hashed")]
    [TestCase("\"50%\"", "\"50.00%\"", TestName = "Zeros that end a percent are not hashed")]
    [TestCase("\"names\": [\"a\", \"b\"], \"type\": \"money\", \"default\": \"2.50\" }", "\"names\": [\"a\"], \"type\": \"money\", \"default\": \"2.50\" }, { \"names\": [\"b\"], \"type\": \"money\", \"default\": \"2.50\" }", TestName = "Grouping of fields is not hashed")]
    [TestCase("\"outputPlaces\": 4", "\"outputPlaces\": 4.0", TestName = "Zeros that end the places are not hashed")]
    public void Same_bytes(string old, string changed) => Assert.That(After(old, changed), Is.EqualTo(Canonical(Documents.Model(Book))));

    [TestCase("\"<= 15%\"", "\"<= 16%\"", TestName = "A threshold is hashed")]
    [TestCase("\"<= 15%\"", "\"< 15%\"", TestName = "A comparison in a cell is hashed")]
    [TestCase("\"values\": [\"Buyer\"]", "\"values\": [\"Director\"]", TestName = "A value of a row is hashed")]
    [TestCase("{ \"cells\": [\"> 15%\"], \"values\": [\"Buyer\"] }", "{ \"otherwise\": true, \"values\": [\"Buyer\"] }", TestName = "A row is hashed")]
    [TestCase("\"50%\"", "\"51%\"", TestName = "The value of a parameter is hashed")]
    [TestCase("\"50%\"", "\"50\"", TestName = "A percent differs from a number in the hash")]
    [TestCase("\"op\": \">\"", "\"op\": \">=\"", TestName = "An operator is hashed")]
    [TestCase("\"right\": \"maxDepth\"", "\"right\": { \"text\": \"maxDepth\" }", TestName = "A text differs from a name in the hash")]
    [TestCase("\"effect\": \"reject\"", "\"effect\": \"hold\"", TestName = "An effect is hashed")]
    [TestCase("over {depth}", "above {depth}", TestName = "A text of an effect is hashed")]
    [TestCase("\"title\": \"Depth\"", "\"title\": \"Deep\"", TestName = "A title is hashed")]
    [TestCase("[\"Buyer\", \"Director\"]", "[\"Director\", \"Buyer\"]", TestName = "The order of an enum's members is hashed")]
    [TestCase("\"type\": \"percent\", \"comments\"", "\"type\": \"percent?\", \"comments\"", TestName = "The type of an input is hashed")]
    [TestCase("\"version\": \"1\"", "\"version\": \"2\"", TestName = "The version is hashed")]
    [TestCase("\"GBP\"", "\"EUR\"", TestName = "The currency is hashed")]
    [TestCase("\"outputPlaces\": 4", "\"outputPlaces\": 5", TestName = "The places of outputs are hashed")]
    public void Other_bytes(string old, string changed) => Assert.That(After(old, changed), Is.Not.EqualTo(Canonical(Documents.Model(Book))));

    [Test]
    public void A_parameter_set_by_the_host_is_hashed_as_if_it_were_written_there()
    {
        var given = new Dictionary<string, Expression> { ["maxDepth"] = new NumberLiteral { Value = 40.0m, IsPercent = true } };

        Assert.That(Canonical(Documents.Model(Book), given), Is.EqualTo(After("\"50%\"", "\"40%\"")));
    }

    [Test]
    public void The_canonical_form_is_this()
    {
        var model = Documents.Model(Documents.With("""
            { "input": ["a", "b"], "type": "money", "default": "1.50", "comments": ["x"] },
            { "rule": "A", "title": "T €", "clauses": [{ "when": { "op": "<", "left": "a", "right": "-2.0" }, "then": [{ "effect": "note", "text": "{a}!" }] }] },
            { "example": "e", "given": {} }
            """));

        Assert.That(Canonical(model), Is.EqualTo(
            """{"schemaVersion":1,"ruleset":"a.b","version":"1","declarations":[""" +
            """{"input":["a"],"type":"money","default":"1.5"},{"input":["b"],"type":"money","default":"1.5"},""" +
            """{"rule":"A","title":"T €","clauses":[{"when":{"op":"<","left":"a","right":"-2"},"then":[{"effect":"note","text":[{"hole":"a"},"!"]}]}]}]}"""));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void The_way_through_json_does_not_change_the_canonical_form(int seed)
    {
        var model = new ModelGenerator(seed).Definition();
        var read = RuleSetJson.Read(new SourceText(RuleSetJson.Write(model))).Definition!;

        Assert.That(Canonical(read), Is.EqualTo(Canonical(model)));
    }

    private static string After(string old, string changed)
    {
        Assert.That(Book.Split(old), Has.Length.EqualTo(2), "the case must name one place");
        return Canonical(Documents.Model(Book.Replace(old, changed, StringComparison.Ordinal)));
    }

    private static string Canonical(RuleSetDefinition model, IReadOnlyDictionary<string, Expression>? parameters = null)
    {
        using var stream = new MemoryStream();
        CanonicalJson.Write(model, parameters ?? NoParameters, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
