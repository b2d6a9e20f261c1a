namespace DealBot.EndToEnd.Commands;

public sealed class PlanCommandTests
{
    private SampleTree _tree = null!;

    [SetUp]
    public void Copy() => _tree = new SampleTree();

    [TearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public async Task The_day_of_a_group_is_printed_with_what_was_moved_and_why()
    {
        var ended = await _tree.RunAsync("plan", "--date", "2026-06-18", "--group", "mama-a");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.StartWith("2026-06-18：1 个群共 20 次推送，都排得下"));
        Assert.That(ended.Output, Does.Contain("mama-a 阳光花园宝妈群").And.Contain("09:00 → ").And.Contain("避开整点和半点").And.Contain("wecom/mama-a"));
        Assert.That(ended.Output, Does.Not.Contain("mama-b"));
    }

    [Test]
    public async Task A_day_that_does_not_fit_says_first_what_to_do()
    {
        _tree.Edit("appsettings.json", "\"mama-a\": { ", "\"mama-a\": { \"MessagesPerDay\": 10, ");

        var ended = await _tree.RunAsync("plan", "--date", "2026-06-18", "--owner", "zhang", "--lang", "en");
        var check = await _tree.RunAsync("check", "--offline", "--lang", "en");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.StartWith("2026-06-18: no room for 16 posts, 16 of them through wecom/mama-a, since its limit is used up: take moments out of the schedule, or raise the account's limit"));
        Assert.That(ended.Output, Does.Contain("account wecom/mama-a is full with 9 a day (1 are kept free); the day has 40 to send"));
        Assert.That(check.Code, Is.Zero, check.Errors);
        Assert.That(check.Output, Does.Contain("through wecom/mama-a").And.Contain("dealbot plan --date"));
    }

    [TestCase("--group", "nobody")]
    [TestCase("--owner", "nobody")]
    public async Task An_unknown_name_is_a_fault(string option, string value)
    {
        var ended = await _tree.RunAsync("plan", option, value);

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("nobody"));
    }
}
