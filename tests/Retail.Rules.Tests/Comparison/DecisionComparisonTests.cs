using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Comparison;

namespace Retail.Rules.Tests.Comparison;

/// <summary>What counts as the same, both ways. A difference is shown as <c>path: expected / got</c>.</summary>
[TestFixture]
internal sealed class DecisionComparisonTests
{
    [TestCase("""{"verdict":"refer"}""", """{"verdict":"refer","rules":["A"],"outputs":{"x":1}}""", TestName = "Members that are not named are not compared")]
    [TestCase("""{"outputs":{"x":1}}""", """{"outputs":{"x":1,"y":2}}""", TestName = "Nor are those of inner objects")]
    [TestCase("""{"outputs":{"pick":{"sku":"A"}}}""", """{"outputs":{"pick":{"sku":"A","qty":2}}}""", TestName = "Nor are those further in")]
    [TestCase("""{"outputs":{"x":1.0}}""", """{"outputs":{"x":1}}""", TestName = "Numbers compare as decimals")]
    [TestCase("""{"outputs":{"x":12e2}}""", """{"outputs":{"x":1200.00}}""", TestName = "Exponents are numbers too")]
    [TestCase("""{"outputs":{"x":null}}""", """{"outputs":{}}""", TestName = "Null is nothing")]
    [TestCase("""{"outputs":{"x":null}}""", """{"outputs":{"x":null}}""", TestName = "Null is null")]
    [TestCase("""{"outputs":{"x":{"y":null}}}""", """{"outputs":{}}""", TestName = "Null inside nothing is nothing")]
    [TestCase("""{"outputs":{"excluded":{}}}""", """{"outputs":{"excluded":{}}}""", TestName = "An empty object is an empty object")]
    [TestCase("""{"outputs":{"excluded":{}}}""", """{"outputs":{}}""", TestName = "An empty object is nothing")]
    [TestCase("""{"rules":["A","B"]}""", """{"rules":["A","B"]}""", TestName = "Arrays compare in order")]
    [TestCase("""{"rules":[]}""", """{"rules":[]}""", TestName = "Empty arrays are the same")]
    [TestCase("""{"outputs":{"w":[{"a":1,"b":null}]}}""", """{"outputs":{"w":[{"a":1.0}]}}""", TestName = "Null is nothing inside arrays too")]
    [TestCase("""{"conditions":["B","A"]}""", """{"conditions":[{"rule":"A","text":"x"},{"rule":"B","text":"y"},{"rule":"B","text":"z"}]}""", TestName = "Conditions may be given as a set of rules")]
    [TestCase("""{"conditions":[{"rule":"A","text":"x"}]}""", """{"conditions":[{"rule":"A","text":"x"}]}""", TestName = "Conditions may be given whole")]
    [TestCase("""{"approvers":["CFO","Buyer"]}""", """{"approvers":{"Buyer":["A"],"CFO":["A","B"]}}""", TestName = "Approvers may be given as a set of roles")]
    [TestCase("""{"approvers":{"CFO":["A"]}}""", """{"approvers":{"Buyer":["B"],"CFO":["A"]}}""", TestName = "Approvers given by role compare member by member")]
    [TestCase("""{"outputs":{"flag":true,"text":"é"}}""", """{"outputs":{"flag":true,"text":"\u00e9"}}""", TestName = "Escapes do not matter")]
    public void Same(string expected, string decision) => Assert.That(Compare(expected, decision), Is.Empty);

    [TestCase("""{"verdict":"refer"}""", """{"verdict":"hold"}""", """verdict: "refer" / "hold" """, TestName = "Another text")]
    [TestCase("""{"verdict":"refer"}""", """{"rules":[]}""", """verdict: "refer" / nothing""", TestName = "Nothing where something is expected")]
    [TestCase("""{"outputs":{"x":0.3}}""", """{"outputs":{"x":0.30000000000000001}}""", "outputs.x: 0.3 / 0.30000000000000001", TestName = "Numbers compare to the last digit")]
    [TestCase("""{"outputs":{"x":1e-40}}""", """{"outputs":{"x":0}}""", "outputs.x: 1e-40 / 0", TestName = "A number that no decimal holds is not its nearest")]
    [TestCase("""{"outputs":{"x":1}}""", """{"outputs":{"x":"1"}}""", """outputs.x: 1 / "1" """, TestName = "A number is not a text")]
    [TestCase("""{"outputs":{"x":true}}""", """{"outputs":{"x":false}}""", "outputs.x: true / false", TestName = "Another truth")]
    [TestCase("""{"outputs":{"x":null}}""", """{"outputs":{"x":0}}""", "outputs.x: null / 0", TestName = "Zero is not null")]
    [TestCase("""{"outputs":{"x":{}}}""", """{"outputs":{"x":{"y":1}}}""", """outputs.x: {} / {"y":1}""", TestName = "An empty object wants an empty one")]
    [TestCase("""{"outputs":{"x":{}}}""", """{"outputs":{"x":[]}}""", "outputs.x: {} / []", TestName = "An empty object is not an empty array")]
    [TestCase("""{"outputs":{"x":{"y":1}}}""", """{"outputs":{"x":5}}""", """outputs.x: {"y":1} / 5""", TestName = "An object is not a number")]
    [TestCase("""{"outputs":{"x":{"y":1,"z":2}}}""", """{"outputs":{}}""", "outputs.x.y: 1 / nothing; outputs.x.z: 2 / nothing", TestName = "Members of an absent object are told one by one")]
    [TestCase("""{"rules":["A","B"]}""", """{"rules":["B","A"]}""", """rules: ["A","B"] / ["B","A"]""", TestName = "The order of an array counts")]
    [TestCase("""{"rules":["A"]}""", """{"rules":["A","B"]}""", """rules: ["A"] / ["A","B"]""", TestName = "Arrays compare whole")]
    [TestCase("""{"outputs":{"r":[]}}""", """{"outputs":{}}""", "outputs.r: [] / nothing", TestName = "An empty array is not nothing")]
    [TestCase("""{"outputs":{"w":[{"a":1}]}}""", """{"outputs":{"w":[{"a":1,"b":2}]}}""", "outputs.w[0].b: null / 2", TestName = "Objects inside arrays compare whole")]
    [TestCase("""{"outputs":{"w":[{"a":1},{"a":{"b":1}}]}}""", """{"outputs":{"w":[{"a":1},{"a":{"b":2,"c":3}}]}}""", "outputs.w[1].a.b: 1 / 2; outputs.w[1].a.c: null / 3", TestName = "So do objects further in")]
    [TestCase("""{"conditions":["A"]}""", """{"conditions":[{"rule":"A","text":"x"},{"rule":"B","text":"y"}]}""", """conditions: ["A"] / ["A","B"]""", TestName = "A set of conditions is exact")]
    [TestCase("""{"conditions":[]}""", """{"conditions":[{"rule":"B","text":"y"}]}""", """conditions: [] / ["B"]""", TestName = "No conditions are no conditions")]
    [TestCase("""{"conditions":[{"rule":"A"}]}""", """{"conditions":[{"rule":"A","text":"x"}]}""", """conditions[0].text: null / "x" """, TestName = "Conditions given whole compare whole")]
    [TestCase("""{"approvers":["CFO"]}""", """{"approvers":{"Buyer":["A"],"CFO":["A"]}}""", """approvers: ["CFO"] / ["Buyer","CFO"]""", TestName = "A set of approvers is exact")]
    [TestCase("""{"outputs":{"conditions":["B","A"]}}""", """{"outputs":{"conditions":["A","B"]}}""", """outputs.conditions: ["B","A"] / ["A","B"]""", TestName = "Only the decision's own conditions are a set")]
    public void Different(string expected, string decision, string differences) => Assert.That(Compare(expected, decision), Is.EqualTo(differences.TrimEnd()));

    private static string Compare(string expected, string decision)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(decision);
        return string.Join("; ", DecisionComparison.Compare(left.RootElement, right.RootElement).Select(found => found.Path + ": " + found.Expected + " / " + (found.Got ?? "nothing")));
    }
}
