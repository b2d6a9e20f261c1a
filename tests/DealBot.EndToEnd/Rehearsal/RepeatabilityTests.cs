using System.Text.RegularExpressions;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>Three groups on an ordinary day, rehearsed side by side in folders of their own.</summary>
public sealed class RepeatabilityTests
{
    private static readonly string[] Groups = ["mama-c", "courier-a", "campus-b"];

    private SampleTree _tree = null!;

    [OneTimeSetUp]
    public async Task RehearseAsync()
    {
        _tree = new SampleTree();
        KeepGroups();
        var all = await Task.WhenAll(RehearseAsync("first", 7), RehearseAsync("second", 7), RehearseAsync("other", 8));
        Assert.That(all.Select(ended => ended.Code), Is.All.Zero, string.Concat(all.Select(ended => ended.Errors)));
    }

    [OneTimeTearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public void Same_seed_gives_the_same_posts() =>
        Assert.That(File.ReadAllText(_tree.File("second/posts.jsonl")), Is.EqualTo(File.ReadAllText(_tree.File("first/posts.jsonl"))));

    [TestCase("posters")]
    [TestCase("digests")]
    public void Same_seed_gives_the_same_files_to_the_byte(string inner)
    {
        var first = Directory.EnumerateFiles(_tree.File($"first/{inner}")).ToList();

        Assert.That(first, Is.Not.Empty);
        Assert.That(Directory.EnumerateFiles(_tree.File($"second/{inner}")).Select(Path.GetFileName), Is.EquivalentTo(first.Select(Path.GetFileName)));
        Assert.That(first.Where(file => !File.ReadAllBytes(file).SequenceEqual(File.ReadAllBytes(_tree.File($"second/{inner}/{Path.GetFileName(file)}")))), Is.Empty);
    }

    [Test]
    public void Another_seed_gives_another_day()
    {
        var first = RehearsedPost.ReadAll(_tree.File("first"));
        var other = RehearsedPost.ReadAll(_tree.File("other"));

        Assert.That(KeysOf(other), Is.Not.EqualTo(KeysOf(first)));
    }

    [Test]
    public void Ordinary_day_keeps_to_each_groups_own_schedule()
    {
        var posts = RehearsedPost.ReadAll(_tree.File("first"));

        Assert.That(posts.GroupBy(post => post.Group).Select(group => group.Count()), Is.All.InRange(10, 20));
        Assert.That(posts.Select(post => post.Group).Distinct(), Is.EquivalentTo(Groups));
        Assert.That(posts.Where(post => SampleSchedules.IsQuiet(post.Group, post.Due)), Is.Empty);
    }

    [Test]
    public void Group_without_posters_gets_none()
    {
        var kinds = RehearsedPost.ReadAll(_tree.File("first")).Where(post => post.Group == "campus-b").SelectMany(post => post.Messages).Select(message => message.Kind);

        Assert.That(kinds, Is.Not.Empty.And.All.EqualTo("text"));
    }

    private static List<string> KeysOf(IEnumerable<RehearsedPost> posts) => [.. posts.SelectMany(post => post.Deals).Select(deal => deal.Key)];

    private Task<Ended> RehearseAsync(string folder, int seed) => _tree.RunAsync("rehearse", "--date", "2026-06-02", "--seed", $"{seed}", "--out", folder);

    private void KeepGroups()
    {
        var lines = File.ReadAllLines(_tree.File("config/groups.json"));
        var kept = lines.Where(line => Regex.Match(line, "\"id\": \"([a-z-]+)\"") is not { Success: true } match || Groups.Contains(match.Groups[1].Value));
        File.WriteAllLines(_tree.File("config/groups.json"), kept);
    }
}
