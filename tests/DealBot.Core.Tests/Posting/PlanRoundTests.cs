using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Posting;

/// <summary>The plan as rows: laid ahead, laid anew by an edit, a restart or a turn of the clock. Two groups, due at 09:00 and 21:00.</summary>
public sealed class PlanRoundTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public async Task SetUp()
    {
        _stage = new PostingStage();
        await _stage.OfferAsync([.. Enumerable.Range(0, 60).Select(n => Some.Deal($"{n}", rate: 10 + n))]);
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Today_and_tomorrow_are_laid_before_they_begin()
    {
        await LayAsync("2026-06-01 00:00");

        Assert.That(Rows(), Is.EqualTo(new[]
        {
            "06-01 09:00 planned", "06-01 21:00 planned", "06-02 09:00 planned", "06-02 21:00 planned",
        }));
    }

    [Test]
    public async Task The_day_after_is_added_at_midnight_and_nothing_in_between()
    {
        await LayAsync("2026-06-01 08:00");

        Assert.That(await LayAsync("2026-06-01 23:59"), Is.Zero);
        Assert.That(await LayAsync("2026-06-02 00:00"), Is.EqualTo(4));
        Assert.That(Rows()[^1], Is.EqualTo("06-03 21:00 planned"));
    }

    [Test]
    public async Task A_laid_post_has_no_messages_and_is_not_leased_before_it_is_prepared()
    {
        await LayAsync("2026-06-01 08:00");
        _stage.Clock.Now = Some.Shanghai("2026-06-01 09:00");

        Assert.That(await LeaseAsync(), Is.Empty);

        await _stage.Round.RunAsync(default);
        Assert.That(await LeaseAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_edit_takes_back_what_is_gone_and_lays_what_is_new()
    {
        await LayAsync("2026-06-01 08:00");

        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:30\", \"21:00\"");
        await LayAsync("2026-06-01 08:10");

        Assert.That(Rows(), Is.EqualTo(new[] { "06-01 09:30 planned", "06-01 21:00 planned", "06-02 09:30 planned", "06-02 21:00 planned" }));
    }

    [Test]
    public async Task An_edit_that_changes_nothing_of_the_plan_writes_nothing()
    {
        await LayAsync("2026-06-01 08:00");

        Edit(SelectionFile.Name, "\"discount\": 2", "\"discount\": 3");

        Assert.That(await LayAsync("2026-06-01 08:10"), Is.Zero);
    }

    [Test]
    public async Task An_edit_holds_for_a_post_that_is_prepared_but_not_taken_up()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");
        Assert.That(Deals("mama-1"), Is.EqualTo(1));

        Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"at\": [\"09:00\", \"21:00\"], \"deals\": 3");
        await RunAsync("2026-06-01 09:01");

        Assert.That(Deals("mama-1"), Is.EqualTo(3));
        Assert.That(await LeaseAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_prepared_post_whose_slot_is_gone_is_withdrawn()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");

        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"21:00\"");
        await RunAsync("2026-06-01 09:01");

        Assert.That(await LeaseAsync(), Is.Empty);
        Assert.That(Deals("mama-1"), Is.Zero);
        Assert.That(Rows()[0], Is.EqualTo("06-01 21:00 planned"));
    }

    [Test]
    public async Task A_post_that_is_taken_up_is_not_touched_by_an_edit()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");
        var leased = await LeaseAsync();

        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"21:00\"");
        await RunAsync("2026-06-01 09:01");

        Assert.That(await _stage.Outbox.BeginSendAsync(leased[0], 0, _stage.Clock.Now, default), Is.True);
        Assert.That(Deals("mama-1"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_post_of_which_a_part_was_sent_is_not_touched_by_an_edit()
    {
        _stage.WriteTemplate("posters/classic.sbn-svg", "<svg/>");
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");
        var leased = (await LeaseAsync())[0];
        await _stage.Outbox.BeginSendAsync(leased, 0, _stage.Clock.Now, default);
        await _stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), _stage.Clock.Now, default);
        await _stage.Outbox.ReleaseAsync(leased, _stage.Clock.Now, default);
        Assert.That(leased.Messages, Has.Count.GreaterThan(1), "a post of several messages");

        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"21:00\"");
        await RunAsync("2026-06-01 09:01");

        Assert.That((await LeaseAsync()).Single().Messages[0].Index, Is.EqualTo(1));
    }

    [Test]
    public async Task An_edit_while_the_service_was_down_is_seen_at_the_start()
    {
        await RunAsync("2026-06-01 08:59");
        await RunAsync("2026-06-01 09:00");
        Edit(SchedulesFile.Name, "\"at\": [\"09:00\", \"21:00\"]", "\"at\": [\"09:00\", \"21:00\"], \"deals\": 3");
        _stage.Restart();

        await RunAsync("2026-06-01 09:01");

        Assert.That(Deals("mama-1"), Is.EqualTo(3));
    }

    [Test]
    public async Task A_group_that_moves_to_another_address_takes_its_posts_with_it()
    {
        await LayAsync("2026-06-01 08:00");

        Edit(GroupsFile.Name, "\"demo2\"", "\"owner\"");
        await LayAsync("2026-06-01 08:10");

        Assert.That(_stage.Query<string>("SELECT DISTINCT address FROM posts WHERE group_id = 'mama-2'"), Is.EqualTo(new[] { "owner" }));
    }

    [Test]
    public async Task A_slot_that_an_edit_adds_in_the_past_is_not_posted()
    {
        await LayAsync("2026-06-01 08:00");

        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"08:05\", \"21:00\"");
        await LayAsync("2026-06-01 08:10");

        Assert.That(Rows()[0], Is.EqualTo("06-01 21:00 planned"));
    }

    [Test]
    public async Task A_zone_farther_west_brings_no_slot_round_again()
    {
        await RunAsync("2026-06-01 08:00");
        await RunAsync("2026-06-01 09:00");
        await SendAllAsync();

        // 09:30 in Shanghai is 08:30 in Bangkok: its clock is to show 09:00 again.
        SetZone("Asia/Bangkok");
        await RunAsync("2026-06-01 09:30");
        await RunAsync("2026-06-01 10:00");

        Assert.That(Rows()[..2], Is.EqualTo(new[] { "06-01 09:00 sent prepared", "06-01 22:00 planned" }));
    }

    [Test]
    public async Task A_slot_that_a_zone_farther_east_jumps_over_is_posted_if_fresh()
    {
        await RunAsync("2026-06-01 08:00");

        // 08:10 in Shanghai is 09:10 in Tokyo.
        SetZone("Asia/Tokyo");
        await RunAsync("2026-06-01 08:10");

        Assert.That(Rows()[..2], Is.EqualTo(new[] { "06-01 08:00 planned prepared", "06-01 20:00 planned" }));
    }

    [Test]
    public async Task A_slot_that_a_zone_farther_east_jumps_over_is_put_on_record_if_stale()
    {
        await RunAsync("2026-06-01 08:00");

        SetZone("Asia/Tokyo");
        await RunAsync("2026-06-01 08:30");
        await RunAsync("2026-06-01 09:00");

        Assert.That(Rows()[..2], Is.EqualTo(new[] { "06-01 08:00 skipped missed", "06-01 20:00 planned" }));
        Assert.That(_stage.Told.Notices.Single().Kind, Is.EqualTo("slots_missed"));
    }

    [Test]
    public async Task A_zone_changed_and_changed_back_doubles_and_loses_nothing()
    {
        await RunAsync("2026-06-01 08:00");
        await RunAsync("2026-06-01 09:00");
        await SendAllAsync();
        var before = Rows();

        SetZone("Asia/Bangkok");
        await RunAsync("2026-06-01 09:30");
        Edit(GroupsFile.Name, "\"timeZone\": \"Asia/Bangkok\", ", "");
        await RunAsync("2026-06-01 09:40");

        Assert.That(Rows(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_slot_that_went_by_only_while_a_wrong_zone_held_is_posted_when_the_zone_is_put_right()
    {
        await RunAsync("2026-06-01 08:00");

        // Under Tokyo's clock 09:00 was over for long; under Shanghai's it is yet to come.
        SetZone("Asia/Tokyo");
        await RunAsync("2026-06-01 08:30");
        Edit(GroupsFile.Name, "\"timeZone\": \"Asia/Tokyo\", ", "");
        await RunAsync("2026-06-01 08:40");

        Assert.That(Rows(), Does.Contain("06-01 09:00 planned"));
    }

    [Test]
    public async Task A_clock_an_hour_ahead_and_back_loses_no_slot_and_doubles_none()
    {
        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:00\", \"09:20\", \"09:50\", \"21:00\"");
        await RunAsync("2026-06-01 08:58");

        // A minute later the clock says 10:00: 09:50 is posted early, the others count as missed.
        await RunAsync("2026-06-01 10:00");
        Assert.That(Rows()[..3], Is.EqualTo(new[] { "06-01 09:00 skipped missed", "06-01 09:20 skipped missed", "06-01 09:50 planned prepared" }));
        await SendAllAsync();

        await RunAsync("2026-06-01 09:01");
        await SendAllAsync();
        await RunAsync("2026-06-01 09:20");
        await SendAllAsync();
        await RunAsync("2026-06-01 09:50");
        await SendAllAsync();

        Assert.That(Rows()[..3], Is.EqualTo(new[] { "06-01 09:00 sent prepared", "06-01 09:20 sent prepared", "06-01 09:50 sent prepared" }));
        Assert.That(_stage.Adapter.Sent.Where(sent => sent.Address == "demo").Select(sent => sent.MessageId), Is.Unique);
    }

    [Test]
    public async Task A_clock_an_hour_back_posts_nothing_twice_and_goes_on_as_it_shows()
    {
        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:00\", \"09:30\", \"21:00\"");
        await RunAsync("2026-06-01 08:58");
        await RunAsync("2026-06-01 09:00");
        await SendAllAsync();

        await RunAsync("2026-06-01 08:10");
        await RunAsync("2026-06-01 09:00");
        await RunAsync("2026-06-01 09:30");
        await SendAllAsync();

        Assert.That(Rows()[..2], Is.EqualTo(new[] { "06-01 09:00 sent prepared", "06-01 09:30 sent prepared" }));
        Assert.That(_stage.Adapter.Sent.Select(sent => sent.MessageId), Is.Unique);
    }

    [Test]
    public async Task A_clock_days_ahead_and_back_leaves_no_gap()
    {
        await RunAsync("2026-06-01 08:00");
        await RunAsync("2026-06-09 08:00");

        await RunAsync("2026-06-01 08:01");

        Assert.That(Rows()[..4], Is.EqualTo(new[] { "06-01 09:00 planned", "06-01 21:00 planned", "06-02 09:00 planned", "06-02 21:00 planned" }));
    }

    [Test]
    public async Task A_summer_time_change_neither_doubles_nor_loses_a_slot()
    {
        Edit(GroupsFile.Name, "\"id\": \"mama-1\", ", "\"id\": \"mama-1\", \"timeZone\": \"Europe/Berlin\", ");
        Edit(SchedulesFile.Name, ", \"quietHours\": { \"from\": \"23:00\", \"to\": \"7:30\" }", "");
        Edit(SchedulesFile.Name, "{ \"at\": [\"09:00\", \"21:00\"] }", "{ \"cron\": \"0 30 0-3 * * ?\" }");

        // On 25 October the clocks of Berlin show 02:30 twice.
        for (var at = Some.Shanghai("2026-10-25 04:00"); at < Some.Shanghai("2026-10-25 12:00"); at = at.AddMinutes(10))
        {
            _stage.Clock.Now = at;
            await _stage.Plan.RunAsync(default);
            await _stage.Round.RunAsync(default);
        }

        // Hourly means every hour that passes: the repeated one has its slot too.
        var slots = _stage.Query<string>("SELECT local_at FROM posts WHERE group_id = 'mama-1' AND prepared = 1 ORDER BY due_at");
        Assert.That(slots, Is.EqualTo(new[] { "00:30", "01:30", "02:30", "02:30", "03:30" }.Select(time => $"2026-10-25T{time}:00 Europe/Berlin")));
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts WHERE state = 'skipped'").Single(), Is.Zero);
    }

    [Test]
    public async Task A_short_horizon_lays_no_further_than_asked()
    {
        _stage.Options = _stage.Options with { PlanAheadHours = 1 };

        await LayAsync("2026-06-01 08:05");

        Assert.That(Rows(), Is.EqualTo(new[] { "06-01 09:00 planned" }));
    }

    [Test]
    public async Task Owners_are_told_of_slots_missed_while_the_service_was_down()
    {
        await RunAsync("2026-06-01 08:00");
        _stage.Restart();

        await RunAsync("2026-06-01 10:00");

        var notice = _stage.Told.Notices.Single();
        Assert.That((notice.OwnerId, notice.Kind), Is.EqualTo(("li", "slots_missed")));
        Assert.That(notice.Text.Zh, Does.Contain("2 个时刻").And.Contain("06-01 09:00").And.Contain("dealbot post --group mama-"));
    }

    [TestCase(null, TestName = "A pause that holds still")]
    [TestCase("2026-06-01 09:40", TestName = "A pause that is over by itself")]
    public async Task A_slot_of_a_pause_is_not_called_missed_because_the_service_was_down(string? until)
    {
        await RunAsync("2026-06-01 08:00");
        foreach (var group in new[] { "mama-1", "mama-2" })
        {
            await _stage.Pauses.PauseAsync(new GroupPause(group, Some.Shanghai("2026-06-01 08:30"), until is null ? null : Some.Shanghai(until)), default);
        }

        _stage.Restart();
        await RunAsync("2026-06-01 10:00");

        Assert.That(Rows()[0], Is.EqualTo("06-01 09:00 skipped paused"));
        Assert.That(_stage.Told.Notices, Is.Empty, "the owner paused it himself");
    }

    [Test]
    public async Task A_slot_before_a_pause_that_its_owner_has_ended_or_after_it_is_missed()
    {
        await RunAsync("2026-06-01 08:00");
        await _stage.Pauses.PauseAsync(new GroupPause("mama-1", Some.Shanghai("2026-06-01 08:30"), null), default);
        await _stage.Pauses.ResumeAsync("mama-1", Some.Shanghai("2026-06-01 08:50"), default);
        await _stage.Pauses.PauseAsync(new GroupPause("mama-2", Some.Shanghai("2026-06-01 09:10"), null), default);

        _stage.Restart();
        await RunAsync("2026-06-01 10:00");

        Assert.That(_stage.Query<string>("SELECT group_id || ' ' || reason_code FROM posts WHERE state = 'skipped' ORDER BY 1"), Is.EqualTo(new[] { "mama-1 missed", "mama-2 missed" }));
    }

    [Test]
    public async Task What_was_missed_is_put_on_record_by_the_plan_so_that_fresh_slots_need_not_wait_for_it()
    {
        await RunAsync("2026-06-01 08:00");
        _stage.Restart();

        await LayAsync("2026-06-01 09:20");

        Assert.That(Rows()[0], Is.EqualTo("06-01 09:00 skipped missed"));
    }

    [Test]
    public async Task Owners_are_told_before_a_loss_is_on_record_and_once_however_often_that_is_tried()
    {
        await RunAsync("2026-06-01 08:00");
        _stage.Restart();
        _stage.Execute("CREATE TRIGGER full_disk BEFORE DELETE ON posts BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        Assert.That(async () => await LayAsync("2026-06-01 10:00"), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(async () => await LayAsync("2026-06-01 10:01"), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(1));

        _stage.Execute("DROP TRIGGER full_disk");
        await RunAsync("2026-06-01 10:02");

        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_edit_that_a_crash_cut_off_loses_no_slot_whose_moment_comes_before_the_next_start()
    {
        await LayAsync("2026-06-01 08:00");
        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:30\", \"21:00\"");
        _stage.Execute("CREATE TRIGGER crash BEFORE INSERT ON posts BEGIN SELECT RAISE(ABORT, 'killed here'); END");
        Assert.That(async () => await LayAsync("2026-06-01 08:10"), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(Rows()[0], Is.EqualTo("06-01 21:00 planned"), "taken back, and not laid yet");

        _stage.Execute("DROP TRIGGER crash");
        _stage.Restart();
        await RunAsync("2026-06-01 09:40");

        Assert.That(Rows()[0], Is.EqualTo("06-01 09:30 planned prepared"));
    }

    [Test]
    public async Task However_late_the_plan_puts_a_post_it_is_fresh_no_longer_than_its_slot()
    {
        Edit(SchedulesFile.Name, "\"jitterMinutes\": 0", "\"jitterMinutes\": 5");

        await LayAsync("2026-06-01 08:00");

        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM posts WHERE planned_at > due_at").Single(), Is.Positive);
        Assert.That(_stage.Query<long>("SELECT DISTINCT (expires_at - due_at) / 60000 FROM posts"), Is.EqualTo(new[] { 20 }));
    }

    [Test]
    public async Task What_is_laid_and_not_prepared_takes_as_much_of_the_day_as_the_planner_reckoned_for_it()
    {
        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:00\", \"09:30\"");
        _stage.Options = _stage.Options with { PlanAheadHours = 1, HeadroomPercent = 0 };
        _stage.Adapter.Limits = _stage.Adapter.Limits with { Kinds = MessageKinds.Text, MessagesPerDay = 2 };
        await LayAsync("2026-06-01 08:05");

        await LayAsync("2026-06-01 08:35");

        Assert.That(Rows(), Is.EqualTo(new[] { "06-01 09:00 planned", "06-01 09:30 planned" }), "a text each, no picture");
    }

    [Test]
    public async Task A_plan_that_the_disk_refuses_is_laid_at_the_next_round()
    {
        _stage.Query<string>("SELECT 1");
        await LayAsync("2026-06-01 08:00");
        Edit(SchedulesFile.Name, "\"09:00\", \"21:00\"", "\"09:30\"");
        _stage.Execute("CREATE TRIGGER full_disk BEFORE DELETE ON posts BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        Assert.That(async () => await LayAsync("2026-06-01 08:10"), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(Rows()[0], Is.EqualTo("06-01 09:00 planned"), "all or nothing");

        _stage.Execute("DROP TRIGGER full_disk");
        await LayAsync("2026-06-01 08:11");
        Assert.That(Rows()[0], Is.EqualTo("06-01 09:30 planned"));
    }

    private Task<int> RunAsync(string local) => _stage.RunAsync(local);

    private Task<int> LayAsync(string local)
    {
        _stage.Clock.Now = Some.Shanghai(local);
        return _stage.Plan.RunAsync(default);
    }

    private void Edit(string file, string old, string replacement)
    {
        _ = _stage.Configuration;
        _stage.Config.Edit(file, old, replacement);
        Assert.That(_stage.Configuration.Refresh(), Is.Empty);
    }

    private void SetZone(string zone) => Edit(GroupsFile.Name, "\"id\": \"mama-1\", ", $"\"id\": \"mama-1\", \"timeZone\": \"{zone}\", ");

    private Task<IReadOnlyList<LeasedPost>> LeaseAsync() => _stage.Outbox.LeaseDueAsync(_stage.Clock.Now, TimeSpan.FromMinutes(2), 64, default);

    private async Task SendAllAsync()
    {
        foreach (var post in await LeaseAsync())
        {
            foreach (var message in post.Messages)
            {
                await _stage.Outbox.BeginSendAsync(post, message.Index, _stage.Clock.Now, default);
                await _stage.Adapter.SendAsync(new SendRequest($"{post.PostId}.{message.Index}", post.Address, new OutgoingMessage.Text("x")), default);
                await _stage.Outbox.RecordAsync(post, message.Index, new MessageOutcome.Sent(null), _stage.Clock.Now, default);
            }
        }
    }

    private long Deals(string group) => _stage.Query<long>($"SELECT COUNT(*) FROM post_deals WHERE group_id = '{group}'").Single();

    /// <summary>The rows of the first group, by Shanghai's clock.</summary>
    private List<string> Rows() => [.. _stage
        .Query<(long Due, string State, string? Reason, long Prepared)>("SELECT due_at, state, reason_code, prepared FROM posts WHERE group_id = 'mama-1' ORDER BY due_at")
        .Select(row => $"{DateTimeOffset.FromUnixTimeMilliseconds(row.Due).ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm} {row.State}{(row.Reason is null ? "" : $" {row.Reason}")}{(row.Prepared == 1 ? " prepared" : "")}")];
}
