namespace DealBot.EndToEnd.Rehearsal;

/// <summary>A day of a group that is a plugin's, which has no part in the rehearsal, and of a group that gets cards.</summary>
public sealed class OtherPlatformsTests
{
    private SampleTree _tree = null!;

    [SetUp]
    public void SetUp()
    {
        _tree = new SampleTree();
        File.WriteAllText(_tree.File("config/groups.json"), """
            {
              "groups": [
                { "id": "sms", "name": "短信群", "owner": "zhang", "adapter": "sms", "address": "mama-sms", "audience": "mama", "schedule": "evening" },
                { "id": "cards", "name": "卡片群", "owner": "zhang", "adapter": "wecom", "address": "mama-c", "audience": "mama", "schedule": "evening", "templates": { "card": "cards/deal.sbn-txt" } }
              ]
            }
            """);
        Directory.CreateDirectory(_tree.File("plugins/sms"));
        _tree.Edit("config/owners.json", "\"name\": \"张姐\",", "\"name\": \"张姐\", \"commanders\": { \"telegram\": [\"12345678\"] },");
    }

    [TearDown]
    public void TearDown() => _tree.Dispose();

    [Test]
    public async Task Groups_of_a_plugin_have_their_day_and_cards_are_read()
    {
        var ended = await _tree.RunAsync("rehearse", "--date", "2026-06-02", "--seed", "5", "--out", "day");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(RehearsedPost.ReadAll(_tree.File("day")).Select(post => (post.Group, post.State)).Distinct(), Is.EquivalentTo(new[] { ("sms", "sent"), ("cards", "sent") }));
        Assert.That(File.ReadAllText(_tree.File("day/adapters/sms/mama-sms/messages.jsonl")), Does.Contain("/g/"));
        Assert.That(File.ReadAllText(_tree.File("day/index.html")), Does.Match("券后 &#165;[0-9.]+\\s+商城价 "), "facts of a card");
    }
}
