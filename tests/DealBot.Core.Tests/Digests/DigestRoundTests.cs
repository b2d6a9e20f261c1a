using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;
using DealBot.Imaging.Rasterizing;
using DealBot.Storage;

namespace DealBot.Core.Tests.Digests;

public sealed class DigestRoundTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task A_digest_is_planned_at_the_owners_hour_and_not_before()
    {
        Assert.That(await RunAsync("2026-06-01 21:29"), Is.Zero);
        Assert.That(await RunAsync("2026-06-01 21:30"), Is.EqualTo(1));

        Assert.That(Digests(), Is.EqualTo(new[] { "digest.li_20260601" }));
        Assert.That(_stage.Query<string>("SELECT adapter || '/' || address FROM posts").Single(), Is.EqualTo("preview/owner"));
    }

    [Test]
    public async Task Once_a_day_however_often_the_round_runs()
    {
        await RunAsync("2026-06-01 21:30");

        Assert.That(await RunAsync("2026-06-01 21:31"), Is.Zero);
        Assert.That(await RunAsync("2026-06-02 00:10"), Is.Zero);
        Assert.That(await RunAsync("2026-06-02 21:30"), Is.EqualTo(1));
        Assert.That(Digests(), Is.EqualTo(new[] { "digest.li_20260601", "digest.li_20260602" }));
    }

    [Test]
    public async Task A_digest_late_by_less_than_three_hours_is_still_made_and_later_not()
    {
        _stage.Config.Edit(OwnersFile.Name, "21:30", "18:00");

        Assert.That(await RunAsync("2026-06-01 20:59"), Is.EqualTo(1));
        Assert.That(await RunAsync("2026-06-02 21:00"), Is.Zero);
    }

    [Test]
    public async Task A_late_digest_is_made_across_midnight_and_tells_of_its_own_day()
    {
        _stage.Config.Edit(OwnersFile.Name, "21:30", "23:30");
        await new ClickStore(_stage.Database).SeedAsync([Some.Click(at: Some.Shanghai("2026-06-01 12:00"))]);

        Assert.That(await RunAsync("2026-06-02 00:30"), Is.EqualTo(1));

        Assert.That(Digests(), Is.EqualTo(new[] { "digest.li_20260601" }));
        Assert.That(_stage.Query<string>("SELECT text FROM messages WHERE kind = 'text'").Single(), Does.Contain("2026-06-01"));
        Assert.That(await RunAsync("2026-06-02 02:30"), Is.Zero);
    }

    [Test]
    public async Task A_service_first_started_after_midnight_makes_no_digest_of_the_day_before()
    {
        _stage.Config.Edit(OwnersFile.Name, "21:30", "23:30");

        Assert.That(await RunAsync("2026-06-02 00:30"), Is.Zero);
        Assert.That(await RunAsync("2026-06-02 23:30"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_hour_is_that_of_the_owners_clock()
    {
        _stage.Config.Edit(OwnersFile.Name, "\"at\": \"21:30\"", "\"at\": \"21:30\", \"timeZone\": \"Europe/Berlin\"");

        Assert.That(await RunAsync("2026-06-02 03:29"), Is.Zero);
        Assert.That(await RunAsync("2026-06-02 03:30"), Is.EqualTo(1));
        Assert.That(Digests(), Is.EqualTo(new[] { "digest.li_20260601" }));
    }

    [Test]
    public async Task A_digest_is_text_and_chart()
    {
        await new ClickStore(_stage.Database).SeedAsync([Some.Click(at: Some.Shanghai("2026-06-01 12:00"))]);

        await RunAsync("2026-06-01 21:30");

        Assert.That(_stage.Query<string>("SELECT kind FROM messages ORDER BY idx"), Is.EqualTo(new[] { "text", "image" }));
        Assert.That(_stage.Query<string>("SELECT text FROM messages WHERE kind = 'text'").Single(), Is.EqualTo("李姐 2026-06-01: 1 次点击，"));
        Assert.That(_stage.Rasterizer.Drawn, Is.EqualTo(new[] { "<svg>1</svg>" }));
        Assert.That(File.Exists(System.IO.Path.Combine(_stage.Charts, "li-2026-06-01.jpg")), Is.True);
    }

    [Test]
    public async Task Where_drawing_takes_too_long_the_text_goes_alone()
    {
        _stage.Rasterizer.Fault = new ImagingTimeoutException("longer than 20 s");

        Assert.That(await RunAsync("2026-06-01 21:30"), Is.EqualTo(1));

        Assert.That(_stage.Query<string>("SELECT kind FROM messages"), Is.EqualTo(new[] { "text" }));
    }

    [Test]
    public async Task Where_nothing_can_be_drawn_the_text_goes_alone()
    {
        _stage.Rasterizer.Fault = new ImagingUnavailableException("no librsvg", "没有 librsvg");

        Assert.That(await RunAsync("2026-06-01 21:30"), Is.EqualTo(1));

        Assert.That(_stage.Query<string>("SELECT kind FROM messages"), Is.EqualTo(new[] { "text" }));
    }

    [Test]
    public async Task An_adapter_that_takes_no_pictures_gets_no_chart()
    {
        _stage.Adapter.Limits = new AdapterLimits { Kinds = MessageKinds.Text, TextLength = 2048 };

        await RunAsync("2026-06-01 21:30");

        Assert.That(_stage.Query<string>("SELECT kind FROM messages"), Is.EqualTo(new[] { "text" }));
    }

    [TestCase("{{ if }}", TestName = "A_digest_template_that_does_not_parse_makes_no_digest_until_it_is_mended")]
    [TestCase("{{ owner.name }} xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", TestName = "A_digest_with_a_word_longer_than_a_message_makes_no_digest_until_it_is_mended")]
    public async Task Template_faults(string template)
    {
        _stage.Adapter.Limits = _stage.Adapter.Limits with { TextLength = 50 };
        _stage.WriteTemplate("digests/daily.sbn-txt", template);

        Assert.That(await RunAsync("2026-06-01 21:30"), Is.Zero);
        Assert.That(Digests(), Is.Empty);

        _stage.WriteTemplate("digests/daily.sbn-txt", "{{ owner.name }}");
        Assert.That(await RunAsync("2026-06-01 21:40"), Is.EqualTo(1));
    }

    private Task<int> RunAsync(string local)
    {
        _stage.Clock.Now = Some.Shanghai(local);
        return _stage.Digests.RunAsync(default);
    }

    private IReadOnlyList<string> Digests() => _stage.Query<string>("SELECT post_id FROM posts WHERE kind = 'digest' ORDER BY post_id");
}
