using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>What the rehearsal of a whole day leaves: 618 with the committed configuration. Done once, looked at from many sides.</summary>
public sealed partial class RehearsalTests
{
    private SampleTree _tree = null!;
    private Ended _ended = null!;
    private string _page = null!;
    private IReadOnlyList<RehearsedPost> _posts = null!;

    [OneTimeSetUp]
    public async Task RehearseAsync()
    {
        // Without settings: a rehearsal needs no keys.
        _tree = new SampleTree();
        File.Delete(_tree.File("appsettings.json"));
        _ended = await _tree.RunAsync("rehearse", "--date", "2026-06-18", "--seed", "7", "--out", "day");
        Assert.That(_ended.Code, Is.Zero, _ended.Errors);
        _page = await File.ReadAllTextAsync(_tree.File("day/index.html"));
        _posts = RehearsedPost.ReadAll(_tree.File("day"));
    }

    [OneTimeTearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public void Books_agree_with_the_network_to_the_fen() => Assert.That(_ended.Output, Does.Match("对账：联盟记 [1-9][0-9]* 单、佣金 ¥[0-9.]+，与账本一致"));

    [Test]
    public void Page_shows_every_group() =>
        Assert.That(SampleSchedules.Groups().Where(group => !_page.Contains(group.Name, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Every_picture_of_the_page_exists()
    {
        var pictures = Source().Matches(_page).Select(match => match.Groups["file"].Value).Distinct().ToList();

        Assert.That(pictures, Is.Not.Empty);
        Assert.That(pictures.Where(file => !File.Exists(_tree.File($"day/{file}"))), Is.Empty);
    }

    [Test]
    public void Page_needs_nothing_from_elsewhere() => Assert.That(Remote().Matches(_page), Is.Empty);

    [Test]
    public void Every_slot_was_posted() => Assert.That(_posts.Where(post => post.State != "sent"), Is.Empty);

    [Test]
    public void Every_group_got_ten_to_twenty_posts()
    {
        var counts = _posts.GroupBy(post => post.Group).ToDictionary(group => group.Key, group => group.Count());

        Assert.That(counts.Keys, Is.EquivalentTo(SampleSchedules.Groups().Select(group => group.Id)));
        Assert.That(counts.Values, Is.All.InRange(10, 20));
    }

    [Test]
    public void No_group_got_a_deal_twice() => Assert.That(
        _posts.SelectMany(post => post.Deals.Select(deal => (post.Group, deal.Key))).GroupBy(pair => pair).Where(pair => pair.Count() > 1).Select(pair => pair.Key),
        Is.Empty);

    [Test]
    public void Nothing_was_posted_in_quiet_hours() => Assert.That(_posts.Where(post => SampleSchedules.IsQuiet(post.Group, post.Due)), Is.Empty);

    [Test]
    public void Groups_did_not_all_get_the_same()
    {
        var sets = _posts.GroupBy(post => post.Group).Select(group => group.SelectMany(post => post.Deals).Select(deal => deal.Key).ToHashSet()).ToList();
        var shared = sets.Aggregate((left, right) => [.. left.Intersect(right)]);

        Assert.That(shared, Is.Empty);
    }

    [Test]
    public void Every_link_of_a_copy_is_of_a_deal_of_the_post_and_belongs_to_one_post_only()
    {
        var links = _posts.SelectMany(post => post.Messages.SelectMany(message => Link().Matches(message.Text ?? "")).Select(match => (post, Code: match.Groups["code"].Value))).ToList();

        Assert.That(links, Has.Count.GreaterThanOrEqualTo(_posts.Count));
        Assert.That(links.Where(link => link.post.Deals.All(deal => deal.Code != link.Code)), Is.Empty);
        Assert.That(_posts.SelectMany(post => post.Deals).Select(deal => deal.Code), Is.Unique);
    }

    [TestCase(750, Description = "as posted")]
    [TestCase(375, Description = "as chat apps show it in the list of messages")]
    public async Task Code_on_every_poster_leads_to_a_link_of_the_same_post(int width)
    {
        var codes = await Zbar.ReadAsync(_tree.File("day/posters"), width);

        // Not the links of the text: where a chat blocks a network, that shows a command in the link's place, and the code leads to our own page.
        var posters = _posts.SelectMany(post => post.Messages.Where(message => message.File is not null).Select(message => (post, File: Path.GetFileName(message.File)!))).ToList();
        var links = posters.ToDictionary(poster => poster.File, poster => poster.post.Deals.Select(deal => $"https://deal.example.cn/g/{deal.Code}").ToList());
        Assert.That(posters, Is.Not.Empty);
        Assert.That(links.Where(poster => codes[poster.Key] is not [var link] || !poster.Value.Contains(link)).Select(poster => poster.Key), Is.Empty);
    }

    [Test]
    public void Deals_of_all_five_networks_were_posted() => Assert.That(
        _posts.SelectMany(post => post.Deals).Select(deal => deal.Key.Split(':')[0]).Distinct(), Is.EquivalentTo(new[] { "jd", "pdd", "taobao", "vip", "suning" }));

    [Test]
    public void Every_owner_got_a_digest_with_a_chart()
    {
        var names = Directory.EnumerateFiles(_tree.File("day/digests")).Select(Path.GetFileName);

        Assert.That(names, Is.EquivalentTo(new[] { "zhang", "li", "wang" }.SelectMany(owner => new[] { $"{owner}-2026-06-18.txt", $"{owner}-2026-06-18.jpg" })));
    }

    [Test]
    public void Digest_counts_what_was_posted_before_it()
    {
        // Zhang's comes at 21:45, when his five groups have had 18 of their 20 posts.
        var digest = File.ReadAllText(_tree.File("day/digests/zhang-2026-06-18.txt"));
        var zhangs = _posts.Count(post => post.Group is "mama-a" or "mama-b" or "mama-c" or "neighbour-a" or "neighbour-b" && post.Due < new DateTimeOffset(2026, 6, 18, 21, 45, 0, TimeSpan.FromHours(8)));

        Assert.That(digest, Does.Contain("张姐").And.Contain($"发送 {zhangs} 条"));
    }

    [Test]
    public void No_file_shows_a_secret_of_the_simulated_accounts()
    {
        var secrets = Secrets().ToList();
        var files = Directory.EnumerateFiles(_tree.File("day"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".jpg");

        Assert.That(
            files.Where(file => File.ReadAllText(file) is var text && secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))),
            Is.Empty);
        Assert.That(secrets.Where(secret => (_ended.Output + _ended.Errors).Contains(secret, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    /// <summary>App secrets and robot keys as the rehearsal makes them of their names; the host's own tests hold it to that.</summary>
    private static IEnumerable<string> Secrets()
    {
        foreach (var account in (string[])["zhang", "li", "wang"])
        {
            yield return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)), 0, 16);
        }

        foreach (var robot in (string[])["mama-a", "neighbour-a", "courier-a", "campus-a", "home-a", "owner-zhang", "owner-li"])
        {
            yield return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(robot)).AsSpan(0, 16)).ToString();
        }
    }

    [GeneratedRegex("""src="(?<file>[^":]+\.(jpg|png))" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Source();

    [GeneratedRegex("""(<script[^>]*\ssrc=|<link[^>]*\shref=|<img[^>]*\ssrc=|url\()["']?(https?:)?//""")]
    private static partial Regex Remote();

    [GeneratedRegex("https://deal\\.example\\.cn/g/(?<code>[0-9a-z]+)")]
    private static partial Regex Link();
}
