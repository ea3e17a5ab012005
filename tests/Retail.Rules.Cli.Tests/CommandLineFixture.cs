using System;
using System.IO;
using System.Text;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

/// <summary>Runs the command line inside the test, in a folder of its own that is the current one.</summary>
internal abstract class CommandLineFixture
{
    private string folder = "";
    private string folderBefore = "";

    /// <summary>One price rule: below 10 % margin a Director signs; deals above 50 % are conditions.</summary>
    protected const string PriceRules = """
        ruleset test.price version "1"
        effective from 2026-08-01 until 2026-09-01
        currency EUR
        outputs to 2 places

        enum Role { Buyer, Director }

        type Deal {
          id   : text
          rate : percent
        }

        input asOf        : date
        input price, cost : money
        input deals       : list of Deal = []

        param least : percent = 10% within [5%..20%]

        define margin : percent = (price - cost) / price

        rule R1 "Thin margin"
          when margin < least then refer to Director "ask early"
          when margin < 20%   then refer to Buyer

        rule R2 "Deals"
          for each d in deals
          when d.rate > 50% then require "check {d.id}"

        never refer when margin < -100%

        output asked = asOf
        output margin
        output deals = for d in deals: { id: d.id, rate: d.rate }

        facts base { asOf: 2026-08-03, price: 10.00, cost: 7.00 }

        example "Fine"
          given base
          expect approve
            rules none
            outputs { margin: 0.3 }

        """;

    protected const string Facts = """{"asOf":"2026-08-03","price":10,"cost":9.5,"deals":[{"id":"D1","rate":0.6},{"id":"D2","rate":0.25}]}""";

    [SetUp]
    public void EnterFolder()
    {
        folderBefore = Environment.CurrentDirectory;
        folder = Directory.CreateTempSubdirectory("retail-rules-").FullName;
        Environment.CurrentDirectory = folder;
        Write("price.rules", PriceRules);
    }

    [TearDown]
    public void LeaveFolder()
    {
        Environment.CurrentDirectory = folderBefore;
        Directory.Delete(folder, recursive: true);
    }

    protected static void Write(string path, string content)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
            Directory.CreateDirectory(parent);
        File.WriteAllText(path, content.ReplaceLineEndings("\n"));
    }

    protected static CommandResult Run(params string[] args) => RunWith("", args);

    protected static CommandResult RunWith(string input, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var exitCode = App.Run(args, new Terminal(stream, output, error));
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Asserts all that a command did.</summary>
    protected static void Expect(CommandResult result, int exitCode, string output, string error = "") =>
        Assert.Multiple(() =>
        {
            Assert.That(result.Out, Is.EqualTo(output.ReplaceLineEndings("\n")), "standard output");
            Assert.That(result.Error, Is.EqualTo(error.ReplaceLineEndings("\n")), "standard error");
            Assert.That(result.ExitCode, Is.EqualTo(exitCode), "exit code");
        });
}

/// <summary>What a command did.</summary>
internal sealed record CommandResult(int ExitCode, string Out, string Error);
