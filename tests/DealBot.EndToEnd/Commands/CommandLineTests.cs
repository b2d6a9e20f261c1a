namespace DealBot.EndToEnd.Commands;

public sealed class CommandLineTests
{
    private static readonly string[] Verbs = ["run", "rehearse", "check", "render", "plan", "post", "resend", "digest", "accounts", "recount", "ledger", "schema", "status", "backup", "restore", "me"];

    [Test]
    public async Task Help_is_in_Chinese_and_names_every_verb()
    {
        var ended = await RunAsync("--help");

        Assert.That(ended.Code, Is.Zero);
        Assert.That(ended.Output, Does.Contain("选品、写文案、做海报、发群").And.Contain("启动服务").And.Contain("演练一整天").And.Contain("显示帮助"));
        Assert.That(Verbs.Where(verb => !ended.Output.Contains($"\n  {verb} ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Help_is_in_English_on_request()
    {
        var ended = await RunAsync("--help", "--lang", "en");

        Assert.That(ended.Code, Is.Zero);
        Assert.That(ended.Output, Does.Contain("run the service").And.Contain("Usage:").And.Not.Contain("启动服务"));
    }

    [TestCase("frobnicate")]
    [TestCase("run", "--bogus")]
    [TestCase("--lang", "fr", "check")]
    [TestCase("post")]
    [TestCase("render")]
    [TestCase("rehearse", "--days", "many")]
    [TestCase("rehearse", "--days", "0")]
    [TestCase("rehearse", "--date", "18.6.2026")]
    [TestCase("digest", "--date", "yesterday")]
    [TestCase("recount", "--from", "yesterday")]
    [TestCase("recount", "--from", "2026-06-02", "--until", "2026-06-01")]
    [TestCase("ledger", "verify", "--month", "June")]
    [TestCase("plan", "--date", "tomorrow")]
    [TestCase("post", "--group", "mama-a", "--deal", "100012043978")]
    public async Task Wrong_usage_ends_with_2_and_says_why(params string[] args)
    {
        var ended = await RunAsync(args);

        Assert.That(ended.Code, Is.EqualTo(2));
        Assert.That(ended.Errors, Is.Not.Empty);
    }

    [Test]
    public async Task Command_without_settings_ends_with_1_and_says_what_to_do()
    {
        var ended = await RunAsync("run");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("找不到 appsettings.json").And.Contain("appsettings.example.json"));
    }

    private static async Task<Ended> RunAsync(params string[] args)
    {
        using var folder = new TempFolder();
        return await DealBotProcess.RunAsync(folder.Path, args);
    }
}
