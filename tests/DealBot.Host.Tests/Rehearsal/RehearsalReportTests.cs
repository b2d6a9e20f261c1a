using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Host.Commands;
using DealBot.Host.Rehearsal;

namespace DealBot.Host.Tests.Rehearsal;

/// <summary>The page that a rehearsal leaves, in either language.</summary>
public sealed partial class RehearsalReportTests
{
    private static readonly Owner Owner = new()
    {
        Id = "li",
        Name = "Li",
        NetworkAccounts = new Dictionary<string, string>(),
        Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
    };

    private TempFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TempFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void In_English_nothing_is_Chinese_but_what_was_posted()
    {
        var page = Write(Language.English, Repository.Path("templates"));

        Assert.That(page, Does.Contain("<html lang=\"en\">").And.Contain("Rehearsal of 2026-06-18").And.Contain("A whole day, 1 group, seed 1.").And.Contain("no deal fits"));
        Assert.That(Chinese().Matches(Comments().Replace(page, "")).Select(word => word.Value), Is.EqualTo(new[] { "早上好", "翻到一个好价", "今天", "单" }));
        Assert.That(File.ReadAllText(_folder.File("posts.jsonl")), Does.Contain("\"reason\":\"no deal fits\""));
    }

    [Test]
    public void In_Chinese_it_is_as_before()
    {
        var page = Write(Language.Chinese, Repository.Path("templates"));

        Assert.That(page, Does.Contain("<html lang=\"zh-CN\">").And.Contain("2026-06-18 演练").And.Contain("一整天，1 个群，随机种子 1。").And.Contain("没有符合要求的商品"));
        Assert.That(page, Does.Contain("<span>📊 日报</span><small>1 个群</small>").And.Contain("<li>200 人</li><li>群主 Li</li>").And.Contain("<small>（200）</small>"));
    }

    [Test]
    public void Templates_older_than_the_program_give_the_page_in_Chinese()
    {
        Directory.CreateDirectory(_folder.File("templates/reports"));
        File.WriteAllText(_folder.File("templates/reports/rehearsal.sbn-html"), "演练 {{ groups[0].skips[0].reason }}");

        Assert.That(Write(Language.English, _folder.File("templates")), Is.EqualTo("演练 没有符合要求的商品"));
    }

    private string Write(Language language, string templates)
    {
        var group = Some.Group() with { Name = "Group A" };
        var result = SampleRehearsal.Result(group, Owner, new Audience { Id = group.Audience, Name = "parents" });
        var report = new RehearsalReport(result with { Request = result.Request with { Folder = _folder.Path, TemplateDirectory = templates } }, language);
        return File.ReadAllText(report.Write());
    }

    [GeneratedRegex("[\\u4e00-\\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
