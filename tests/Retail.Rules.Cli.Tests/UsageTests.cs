using System;
using System.IO;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class UsageTests : CommandLineFixture
{
    [Test]
    public void Help_names_the_tool_and_its_commands()
    {
        var result = Run("--help");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Out, Does.Contain("retail-rules [command]"));
            foreach (var command in new[] { "check <PATH>", "run <RULESET>", "explain <RULESET>", "test <PATH>", "convert <FILE>", "metrics <FILE>" })
                Assert.That(result.Out, Does.Contain(command));
        });
    }

    [Test]
    public void Version_is_told() => Assert.That(Run("--version").Out, Does.Match(@"^\d+\.\d+\.\d+"));

    [TestCase("", "see `retail-rules --help`\n")]
    [TestCase("jugde x", "see `retail-rules --help`\n")]
    [TestCase("run price.rules", "error: Option '--facts' is required.\nsee `retail-rules run --help`\n")]
    [TestCase("check", "see `retail-rules check --help`\n")]
    [TestCase("check price.rules --format yaml", "see `retail-rules check --help`\n")]
    [TestCase("run price.rules --facts - --tier warp", "see `retail-rules run --help`\n")]
    public void Wrong_usage_is_told_in_a_few_lines(string arguments, string ending)
    {
        var result = Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Out, Is.Empty);
            Assert.That(result.Error, Does.StartWith("error: ").And.EndWith(ending));
        });
    }

    [TestCase("run books --facts -", "error: books: is a directory, not a file\n")]
    [TestCase("run price.rules --facts books", "error: books: is a directory, not a file\n")]
    [TestCase("run price.rules --facts none.json", "error: none.json: no such file\n")]
    [TestCase("explain none.rules --facts -", "error: none.rules: no such file\n")]
    [TestCase("convert none.rules", "error: none.rules: no such file\n")]
    [TestCase("test price.rules --suite none.json", "error: none.json: no such file\n")]
    public void A_file_that_is_not_there_is_told_in_one_line(string arguments, string error)
    {
        Directory.CreateDirectory("books");
        Expect(Run(arguments.Split(' ')), 2, "", error);
    }

    [Test]
    public void A_closed_pipe_ends_quietly()
    {
        using var input = new MemoryStream();
        var error = new StringWriter();
        var exitCode = App.Run(["check", "price.rules"], new Terminal(input, new ClosedPipe(), error));
        Assert.That(exitCode, Is.EqualTo(ExitCode.ClosedPipe));
        Assert.That(error.ToString(), Is.Empty);
    }

    private sealed class ClosedPipe : StringWriter
    {
        private const int BrokenPipe = 32;

        public override void Flush() => throw new IOException("Broken pipe", BrokenPipe);
    }
}
