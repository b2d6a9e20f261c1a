using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Tests.Fakes;
using ManualTime = DealBot.ContractKit.ManualTime;

namespace DealBot.Core.Tests.Posting;

public sealed class SlotRoundTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public async Task SetUp()
    {
        _stage = new PostingStage();
        await _stage.OfferAsync([.. Enumerable.Range(0, 40).Select(n => Some.Deal($"{n}", rate: 10 + n))]);
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task The_first_round_ever_posts_nothing_of_the_past()
    {
        Assert.That(await RunAsync("2026-06-01 09:00"), Is.Zero);
        Assert.That(Posts(), Is.Empty);
    }

    [Test]
    public async Task A_round_posts_every_slot_that_has_come_due_since_the_last()
    {
        await RunAsync("2026-06-01 08:59");

        Assert.That(await RunAsync("2026-06-01 09:00"), Is.EqualTo(2));

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 planned", "mama-2_20260601T010000 planned" }));
    }

    [Test]
    public async Task The_next_round_does_not_meet_them_again()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");

        Assert.That(await RunAsync("2026-06-01 09:01"), Is.Zero);
    }

    [Test]
    public async Task A_clock_that_ran_ahead_and_came_back_does_not_silence_the_groups()
    {
        await RunAsync("2026-06-05 08:00");

        await RunAsync("2026-06-01 09:00");

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 planned", "mama-2_20260601T010000 planned" }));
    }

    [Test]
    public async Task A_slot_is_put_off_while_the_network_is_down_and_posted_when_it_is_back()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => throw FakeNetwork.Exception(transient: true);
        await RunAsync("2026-06-01 09:00");
        Assert.That(Posts(), Is.Empty, "nothing is on record yet");

        _stage.Network.Convert = FakeNetwork.Converted;
        await RunAsync("2026-06-01 09:05");

        // One call tries an account that was left alone; the slot of the other group may meet it under way, and is put off once more.
        await RunAsync("2026-06-01 09:06");

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 planned", "mama-2_20260601T010000 planned" }));
    }

    [Test]
    public async Task A_network_that_hangs_does_not_hold_up_the_posts_of_another()
    {
        _stage.Config.Edit(OwnersFile.Name, "{ \"jd\": \"main\" }", "{ \"jd\": \"main\", \"pdd\": \"main\" }");
        await _stage.OfferAsync([.. Enumerable.Range(0, 4).Select(n => Some.Deal($"p{n}", rate: 2) with { Key = new DealKey("pdd", $"p{n}") })]);
        var time = new ManualTime();
        _stage.LinkTime = time;
        _stage.Network.Answering = new TaskCompletionSource().Task;
        await RunAsync("2026-06-01 08:59");

        var round = RunAsync("2026-06-01 09:00");
        await time.TimerStartedAsync(default);
        await time.TimerStartedAsync(default);
        time.Advance(TimeSpan.FromSeconds(15));
        await round;

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 planned", "mama-2_20260601T010000 planned" }));
        Assert.That(_stage.Query<string>("SELECT DISTINCT network FROM post_deals"), Is.EqualTo(new[] { "pdd" }));
    }

    [Test]
    public async Task A_slot_put_off_until_it_is_nearly_stale_is_skipped_with_the_networks_reason()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => throw FakeNetwork.Exception(transient: true);
        await RunAsync("2026-06-01 09:00");
        await RunAsync("2026-06-01 09:19");

        Assert.That(Reasons(), Is.EqualTo(new[] { "network_down", "network_down" }));
    }

    [Test]
    public async Task A_slot_that_was_put_off_is_tried_again_at_growing_intervals_and_once_more_before_it_is_stale()
    {
        _stage.Network.Convert = _ => FakeNetwork.Passing();
        await RunAsync("2026-06-01 08:59");
        var tries = new List<string>();
        _stage.Clock.Now = Some.Shanghai("2026-06-01 09:00");
        for (var second = 0; second < 20 * 60; second += 5, _stage.Clock.Advance(TimeSpan.FromSeconds(5)))
        {
            var asked = _stage.Network.Asked.Count;
            await _stage.Round.RunAsync(default);
            tries.AddRange(_stage.Network.Asked.Count > asked ? [$"{second / 60}:{second % 60:00}"] : []);
        }

        Assert.That(tries, Is.EqualTo(new[] { "0:00", "0:15", "0:45" }.Concat(Enumerable.Range(1, 18).Select(minute => $"{minute}:45")).Append("19:00")));
        Assert.That(Reasons(), Is.EqualTo(new[] { "network_down", "network_down" }));
    }

    [TestCase(10, 0)]
    [TestCase(15, 2)]
    public async Task Slots_that_were_put_off_are_tried_when_the_network_converts_again_but_not_twice_in_a_quarter_of_a_minute(int seconds, int posts)
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => FakeNetwork.Passing();
        await RunAsync("2026-06-01 09:00");
        foreach (var pause in (int[])[15, 30])
        {
            _stage.Clock.Advance(TimeSpan.FromSeconds(pause));
            await _stage.Round.RunAsync(default);
        }

        _stage.Network.Convert = FakeNetwork.Converted;
        _stage.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await _stage.Round.RunAsync(default);
        Assert.That(Posts(), Is.Empty, "the next try would be a minute after the last");

        await _stage.Poster.PrepareAsync(_stage.Configuration.Calendar.Find("mama-1", Some.Shanghai("2026-06-01 21:00"))!, named: null, default);
        await _stage.Round.RunAsync(default);
        Assert.That(Posts(), Has.Count.EqualTo(posts));
    }

    [Test]
    public async Task A_call_that_gives_up_though_nobody_told_it_to_costs_its_own_slot_and_no_other()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = request => request.Tracking.SubId!.StartsWith("mama-1", StringComparison.Ordinal)
            ? throw new TaskCanceledException()
            : FakeNetwork.Converted(request);

        await RunAsync("2026-06-01 09:00");

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 skipped fault", "mama-2_20260601T010000 planned" }));
    }

    [Test]
    public async Task A_clock_that_was_set_back_does_not_keep_a_slot_waiting()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => FakeNetwork.Passing();
        await RunAsync("2026-06-01 09:10");
        _stage.Network.Convert = FakeNetwork.Converted;

        await RunAsync("2026-06-01 09:00");

        Assert.That(Posts(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_refusal_that_does_not_pass_by_itself_is_not_put_off()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => throw FakeNetwork.Exception(transient: false);
        await RunAsync("2026-06-01 09:00");

        Assert.That(Reasons(), Is.EqualTo(new[] { "link_refused", "link_refused" }));
    }

    [Test]
    public async Task What_was_prepared_before_a_restart_is_not_prepared_again()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");
        var asked = _stage.Network.Asked.Count;

        _stage.Restart();

        Assert.That(await RunAsync("2026-06-01 09:01"), Is.Zero);
        Assert.That(Posts(), Has.Count.EqualTo(2));
        Assert.That(_stage.Network.Asked, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task After_a_stop_fresh_slots_are_posted_and_missed_ones_put_on_record()
    {
        _stage.Config.Edit(SchedulesFile.Name, "\"09:00\"", "\"09:00\", \"10:00\", \"10:10\"");
        await RunAsync("2026-06-01 08:00");

        _stage.Restart();
        await RunAsync("2026-06-01 10:19");

        Assert.That(Posts().Where(post => post.StartsWith("mama-1", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "mama-1_20260601T010000 skipped missed", "mama-1_20260601T020000 planned", "mama-1_20260601T021000 planned",
        }));
    }

    [Test]
    public async Task A_slot_that_went_stale_unseen_within_a_pause_that_is_over_is_not_called_missed()
    {
        await RunAsync("2026-06-01 08:00");
        await _stage.Pauses.PauseAsync(new GroupPause("mama-1", Some.Shanghai("2026-06-01 08:30"), Some.Shanghai("2026-06-01 09:30")), default);
        _stage.Clock.Now = Some.Shanghai("2026-06-01 10:00");

        await _stage.Round.RunAsync(default);

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 skipped paused", "mama-2_20260601T010000 skipped missed" }));
        Assert.That(_stage.Told.Notices.Single().Text.Zh, Does.Contain("1 个时刻"));
    }

    [Test]
    public async Task Two_fresh_slots_of_one_group_in_one_round_take_different_deals()
    {
        _stage.Config.Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:00\", \"09:01\", \"09:02\", \"09:03\", \"09:04\", \"09:05\"")
            .Edit(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"jitterMinutes\": 0, \"minGapMinutes\": 0");
        await RunAsync("2026-06-01 08:00");

        await RunAsync("2026-06-01 09:05");

        var deals = _stage.Query<string>("SELECT item_id FROM post_deals WHERE group_id = 'mama-1'");
        Assert.That(deals, Has.Count.EqualTo(6));
        Assert.That(deals, Is.Unique);
    }

    [Test]
    public async Task After_a_long_stop_only_the_last_day_is_put_on_record()
    {
        await RunAsync("2026-06-01 08:00");

        _stage.Restart();
        await RunAsync("2026-06-09 08:00");

        Assert.That(Posts(), Has.Count.EqualTo(4).And.All.EndsWith("missed"));
        Assert.That(Posts().Select(post => post[7..22]).Distinct(), Is.EqualTo(new[] { "20260608T010000", "20260608T130000" }));
    }

    [Test]
    public async Task A_clock_set_back_posts_nothing_twice_and_nothing_early()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");

        Assert.That(await RunAsync("2026-06-01 08:30"), Is.Zero, "nothing is due early");
        await RunAsync("2026-06-01 09:00");
        Assert.That(Posts(), Has.Count.EqualTo(2), "what comes due again is known by its id");
        await RunAsync("2026-06-01 21:00");
        Assert.That(Posts(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_fault_within_one_slot_is_put_on_record_and_the_others_go_on()
    {
        _stage.Network.Convert = request => request.Tracking.SubId!.StartsWith("mama-1", StringComparison.Ordinal)
            ? throw new InvalidOperationException("bug")
            : FakeNetwork.Converted(request);
        await RunAsync("2026-06-01 08:59");

        await RunAsync("2026-06-01 09:00");

        Assert.That(Posts(), Is.EqualTo(new[] { "mama-1_20260601T010000 skipped fault", "mama-2_20260601T010000 planned" }));
    }

    [Test]
    public async Task If_the_disk_refuses_the_round_fails_as_a_whole_and_is_made_up_for()
    {
        await RunAsync("2026-06-01 08:59");
        _stage.Network.Convert = _ => throw new IOException("disk full");

        Assert.That(() => RunAsync("2026-06-01 09:00"), Throws.InstanceOf<IOException>());
        Assert.That(Posts(), Is.Empty);

        _stage.Network.Convert = FakeNetwork.Converted;
        Assert.That(await RunAsync("2026-06-01 09:01"), Is.EqualTo(2));
        Assert.That(Posts(), Has.All.EndsWith("planned"));
    }

    private Task<int> RunAsync(string local) => _stage.RunAsync(local);

    private IReadOnlyList<string> Reasons() => _stage.Query<string>("SELECT reason_code FROM posts WHERE state = 'skipped'");

    /// <summary>What is no longer just a line of the plan.</summary>
    private IReadOnlyList<string> Posts() => _stage.Query<string>(
        "SELECT post_id || ' ' || state || COALESCE(' ' || reason_code, '') FROM posts WHERE state <> 'planned' OR prepared = 1 ORDER BY post_id");
}
