using System;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Tests.Generation;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class SchemaTests
{
    private readonly SchemaEvaluator schema = new(JsonDocument.Parse(RuleSetJson.Schema).RootElement);

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void The_schema_accepts_what_the_writer_writes(int seed)
    {
        var model = new ModelGenerator(seed).Definition();

        Assert.That(Accepts(RuleSetJson.Write(model)), Is.True);
        Assert.That(Accepts(RuleSetJson.Write(model, new RuleSetJsonOptions { Expressions = ExpressionForm.Text })), Is.True);
    }

    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1" }""")]
    [TestCase("""[]""")]
    [TestCase("""{ "schemaVersion": 2, "ruleset": "a", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a b", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "when.b", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "declarations": [], "colour": "red" }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "declarations": [], "effective": { "until": "2026-01-01" } }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "declarations": [], "comments": ["a\nb"] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "declarations": [], "documentation": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "declarations": [], "outputPlaces": "4" }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "over": "b", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "vocabulary": "a", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "part": "a", "of": "b", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "part": "a", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "layer": "a", "version": "1", "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "uses": [{ "use": [] }], "declarations": [] }""")]
    [TestCase("""{ "schemaVersion": 1, "ruleset": "a", "version": "1", "uses": ["b"], "declarations": [] }""")]
    public void Schema_and_reader_refuse_a_wrong_document(string json) => AssertRefused(json);

    [TestCase("""{ "table": "t", "outputs": [{ "name": "o" }] }""")]
    [TestCase("""{ "enum": "E", "members": [] }""")]
    [TestCase("""{ "enum": "E", "members": [""] }""")]
    [TestCase("""{ "enum": "E", "kind": "half", "members": ["a"] }""")]
    [TestCase("""{ "type": "T" }""")]
    [TestCase("""{ "type": "T", "fields": [{ "names": [], "type": "money" }] }""")]
    [TestCase("""{ "input": "a", "type": "money" }""")]
    [TestCase("""{ "input": ["a"], "type": "list money" }""")]
    [TestCase("""{ "input": ["a"], "type": "money", "default": "1", "requiredWhen": "b" }""")]
    [TestCase("""{ "param": "p", "type": "money" }""")]
    [TestCase("""{ "param": "p", "type": "money", "value": "1", "tighter": "more" }""")]
    [TestCase("""{ "param": "p", "type": "money", "value": "1", "overridableBy": [] }""")]
    [TestCase("""{ "set": "p" }""")]
    [TestCase("""{ "setTable": "t", "outputs": [{ "name": "o" }] }""")]
    [TestCase("""{ "define": "when", "value": "1" }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [] }] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [{ "effect": "refer" }] }] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [{ "effect": "refer", "to": ["1"] }] }] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [{ "effect": "require" }] }] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [{ "effect": "reject", "to": ["R"] }] }] }""")]
    [TestCase("""{ "rule": "A", "title": "t", "clauses": [{ "when": "a", "then": [{ "effect": "note", "text": [1] }] }] }""")]
    [TestCase("""{ "table": "t", "outputs": [], "rows": [{ "values": ["1"] }] }""")]
    [TestCase("""{ "table": "t", "outputs": [{ "name": "o" }], "rows": [] }""")]
    [TestCase("""{ "table": "t", "outputs": [{ "name": "o" }], "rows": [{ "values": [] }] }""")]
    [TestCase("""{ "table": "t", "outputs": [{ "name": "o" }], "rows": [{ "values": ["1"], "cells": [], "otherwise": true }] }""")]
    [TestCase("""{ "table": "t", "outputs": [{ "name": "o" }], "rows": [{ "values": ["1"], "cells": [{ "anyOf": [] }] }] }""")]
    [TestCase("""{ "table": "t", "hit": "collect all", "outputs": [{ "name": "o" }], "rows": [{ "values": ["1"] }] }""")]
    [TestCase("""{ "select": "s", "item": "i", "from": "c", "key": "i.k", "rankBy": [] }""")]
    [TestCase("""{ "facts": "f" }""")]
    [TestCase("""{ "facts": "f", "record": { "a b": "1" } }""")]
    [TestCase("""{ "example": "e" }""")]
    [TestCase("""{ "example": "e", "given": {}, "with": {} }""")]
    [TestCase("""{ "output": "o", "places": "4" }""")]
    [TestCase("""{ "never": "approve" }""")]
    public void Schema_and_reader_refuse_a_wrong_declaration(string json) => AssertRefused(Documents.With(json));

    [TestCase("""null""")]
    [TestCase("""["a"]""")]
    [TestCase("\" \"")]
    [TestCase("""{}""")]
    [TestCase("""{ "op": "<<", "left": "a", "right": "b" }""")]
    [TestCase("""{ "op": "<", "left": "a" }""")]
    [TestCase("""{ "and": ["a"] }""")]
    [TestCase("""{ "is": "known" }""")]
    [TestCase("""{ "otherwise": ["a", "b", "c"] }""")]
    [TestCase("""{ "if": "a", "then": "b" }""")]
    [TestCase("""{ "interval": "[[", "low": "1", "high": "2" }""")]
    [TestCase("""{ "sum": "a", "in": "xs" }""")]
    [TestCase("""{ "count": "a b", "in": "xs" }""")]
    [TestCase("""{ "count": "x", "for": "x", "in": "xs" }""")]
    [TestCase("""{ "call": "f g" }""")]
    [TestCase("""{ "member": "a.b", "of": "c" }""")]
    [TestCase("""{ "text": 5 }""")]
    [TestCase("""{ "not": "a", "or": ["b", "c"] }""")]
    [TestCase("""{ "record": { "a": { "value": "1", "when": "b" } } }""")]
    public void Schema_and_reader_refuse_a_wrong_expression(string json) => AssertRefused(Documents.WithExpression(json));

    [Test]
    public void The_address_in_documents_is_the_one_of_the_schema() =>
        Assert.That(JsonDocument.Parse(RuleSetJson.Schema).RootElement.GetProperty("$id").GetString(), Is.EqualTo(RuleSetJson.SchemaId));

    private void AssertRefused(string json)
    {
        Assert.That(Accepts(json), Is.False, "schema");
        Assert.That(Documents.Read(json).HasErrors, Is.True, "reader");
        Assert.That(Documents.Read(json).Diagnostics, Has.Count.EqualTo(1), string.Join("\n", Documents.Read(json).Diagnostics.Select(found => found.ToString())));
    }

    private bool Accepts(string json) => schema.Accepts(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 }).RootElement);
}
