using System.Globalization;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>A day of seven groups, each on another chat platform.</summary>
public sealed class PlatformsTests
{
    private static readonly IReadOnlyDictionary<string, string> Platforms = new Dictionary<string, string>
    {
        ["mama-a"] = "wecom",
        ["mama-b"] = "telegram",
        ["mama-c"] = "onebot",
        ["neighbour-a"] = "dingtalk",
        ["courier-a"] = "feishu",
        ["courier-b"] = "wechaty",
        ["postal-a"] = "wecomtask",
    };

    private SampleTree _tree = null!;
    private Ended _ended = null!;

    [OneTimeSetUp]
    public async Task RehearseAsync()
    {
        _tree = new SampleTree();
        File.Delete(_tree.File("appsettings.json"));
        PutGroupsOnPlatforms();
        _ended = await _tree.RunAsync("rehearse", "--date", "2026-06-02", "--out", "day");
        Assert.That(_ended.Code, Is.Zero, _ended.Errors);
    }

    [OneTimeTearDown]
    public void Remove() => _tree.Dispose();

    [Test]
    public void Every_slot_was_posted()
    {
        var posts = RehearsedPost.ReadAll(_tree.File("day"));

        Assert.That(posts.Select(post => post.Group).Distinct(), Is.EquivalentTo(Platforms.Keys));
        Assert.That(posts.Where(post => post.State != "sent"), Is.Empty);
    }

    /// <summary>Links are read from what the platforms got, so nobody clicks what did not arrive whole.</summary>
    [Test]
    public void Members_of_every_platform_found_the_links()
    {
        var clicks = SampleSchedules.Groups().Where(group => Platforms.ContainsKey(group.Id)).ToDictionary(group => group.Id, group => ClicksOf(group.Name));

        Assert.That(clicks.Values, Is.All.Positive, string.Join(' ', clicks));
    }

    [Test]
    public void Books_agree_with_the_network() => Assert.That(_ended.Output, Does.Contain("与账本一致"));

    private int ClicksOf(string group)
    {
        var row = _ended.Output.Split('\n').Single(line => line.Contains(group, StringComparison.Ordinal)).Split('│', StringSplitOptions.TrimEntries);
        return int.Parse(row[5], CultureInfo.InvariantCulture);
    }

    private void PutGroupsOnPlatforms()
    {
        var lines = File.ReadAllLines(_tree.File("config/groups.json"))
            .Where(line => !line.Contains("\"id\":", StringComparison.Ordinal) || Platforms.Keys.Any(id => line.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal)))
            .Select(line => Platforms.FirstOrDefault(pair => line.Contains($"\"id\": \"{pair.Key}\"", StringComparison.Ordinal)).Value is { } platform
                ? line.Replace("\"adapter\": \"wecom\"", $"\"adapter\": \"{platform}\"", StringComparison.Ordinal)
                : line);
        File.WriteAllLines(_tree.File("config/groups.json"), lines);
    }
}
