using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

[NonParallelizable]
public sealed class UsageFaultsTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private (TextWriter Out, TextWriter Error) _console;

    [SetUp]
    public void Redirect()
    {
        _console = (Console.Out, Console.Error);
        Console.SetOut(_output);
        Console.SetError(_errors);
    }

    [TearDown]
    public void Restore()
    {
        Console.SetOut(_console.Out);
        Console.SetError(_console.Error);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [TestCase("post", "缺少 --group：群编号\n用法见 dealbot post --help\n")]
    [TestCase("plan --date", "--date 后面要写一个值：哪一天，例如 2026-06-18；默认今天\n用法见 dealbot plan --help\n")]
    [TestCase("plan --date 1 --date 2", "--date 只能写一次\n用法见 dealbot plan --help\n")]
    [TestCase("rehearse --days many", "--days many 不对：几天，1 到 31\n用法见 dealbot rehearse --help\n")]
    [TestCase("resend a b", "不认识 b\n用法见 dealbot resend --help\n")]
    [TestCase("accounts resume", "缺少 <account>：账号，例如 wecom/robot-1\n用法见 dealbot accounts resume --help\n")]
    [TestCase("plan --lang fr", "--lang fr 不对：界面语言：zh 中文，en 英文（English）\n用法见 dealbot plan --help\n")]
    [TestCase("backup --lang en", "<FILE> is missing: file to write; for a folder, a name is made from the time\nsee dealbot backup --help\n")]
    public async Task Wrong_usage_is_told_in_a_sentence_of_the_readers_language(string line, string told)
    {
        var code = await RunAsync(line.Split(' '));

        Assert.That(code, Is.EqualTo(ExitCodes.Usage));
        Assert.That(_errors.ToString(), Is.EqualTo(told));
    }

    [Test]
    public async Task Unknown_verb_is_answered_by_those_there_are()
    {
        var code = await RunAsync("paln");

        Assert.That(code, Is.EqualTo(ExitCodes.Usage));
        Assert.That(_errors.ToString(), Does.StartWith("没有 paln 这个命令，有的是：run rehearse check render plan post"));
    }

    [Test]
    public async Task Help_has_no_English_words_of_the_library()
    {
        await RunAsync("post", "--help");

        Assert.That(_output.ToString(), Does.Contain("说明:").And.Contain("post [选项]").And.Contain("（必填）").And.Contain("[默认: zh]"));
        Assert.That(_output.ToString(), Does.Not.Contain("Description").And.Not.Contain("[options]").And.Not.Contain("REQUIRED").And.Not.Contain("[default"));
    }

    private async Task<int> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        return await CommandLine.InvokeAsync(args, (_, _) => Task.FromResult(ExitCodes.Done));
    }
}
