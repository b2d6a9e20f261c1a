using System.Text.Json;
using DealBot.Adapters.Preview;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Preview;

public sealed class PreviewAdapterTests
{
    private PreviewStage _stage = null!;

    [SetUp]
    public void SetStage() => _stage = new PreviewStage();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Writes_one_readable_line_for_a_message()
    {
        await SendAsync(_stage.Adapter, "m1", new OutgoingMessage.Text("券后 9.9 元 😀\n\"速抢\""));

        Assert.That(
            await File.ReadAllTextAsync(_stage.LogFile),
            Is.EqualTo("""{"id":"m1","at":"2026-06-18T09:00:00+00:00","kind":"text","text":"券后 9.9 元 😀\n\"速抢\""}""" + "\n"));
    }

    [Test]
    public async Task Names_a_picture_by_its_message_and_its_content()
    {
        await SendAsync(_stage.Adapter, "m1", new OutgoingMessage.Image(Some.Jpeg.ToArray(), "image/png"));

        Assert.That(await File.ReadAllBytesAsync(Path.Combine(_stage.Folder, "m1.jpg")), Is.EqualTo(Some.Jpeg));
        Assert.That(_stage.Lines.Single().GetProperty("file").GetString(), Is.EqualTo("m1.jpg"));
    }

    [TestCase("../../m1")]
    [TestCase("post:1/m1")]
    [TestCase("消息一")]
    public async Task Keeps_pictures_in_the_folder_whatever_the_id(string id)
    {
        await SendAsync(_stage.Adapter, id, Some.Picture);

        Assert.That(Directory.GetFiles(_stage.Folder).Select(Path.GetExtension), Is.EquivalentTo(new[] { ".jsonl", ".png" }));
        Assert.That(_stage.Calls, Is.EqualTo(2));
    }

    [Test]
    public async Task Does_not_write_the_same_message_twice_even_after_a_restart()
    {
        await SendAsync(_stage.Adapter, "m1");
        await SendAsync(_stage.Adapter, "m1");
        await SendAsync(_stage.NewAdapter(), "m1");
        await SendAsync(_stage.Adapter, "m2");

        Assert.That(Ids(), Is.EqualTo(new[] { "m1", "m2" }));
    }

    [Test]
    public async Task Sees_what_another_process_has_written()
    {
        var other = _stage.NewAdapter();
        await SendAsync(_stage.Adapter, "m1");
        await SendAsync(other, "m2");

        await SendAsync(_stage.Adapter, "m2");

        Assert.That(Ids(), Is.EqualTo(new[] { "m1", "m2" }));
    }

    [Test]
    public async Task Writes_each_of_many_messages_at_once_exactly_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => SendAsync(_stage.Adapter, $"m{number % 20}")));

        Assert.That(Ids(), Is.EquivalentTo(Enumerable.Range(0, 20).Select(number => $"m{number}")));
    }

    [TestCase("""{"id":"m2","at":"2026-06-""")]
    [TestCase("""{"id":"m2","at":"2026-06-18T09:00:00+00:00","kind":"text","text":"x"}""", Description = "whole but for its end")]
    public async Task A_line_torn_by_a_kill_is_no_message_and_is_written_anew(string torn)
    {
        await SendAsync(_stage.Adapter, "m1");
        await File.AppendAllTextAsync(_stage.LogFile, torn);

        await SendAsync(_stage.NewAdapter(), "m2");

        Assert.That(Ids(), Is.EqualTo(new[] { "m1", "m2" }));
    }

    [Test]
    public async Task A_line_torn_by_a_fault_of_the_same_process_is_repaired_too()
    {
        await SendAsync(_stage.Adapter, "m1");
        await File.AppendAllTextAsync(_stage.LogFile, "{\"id\":\"m2\"");

        await SendAsync(_stage.Adapter, "m2");

        Assert.That(Ids(), Is.EqualTo(new[] { "m1", "m2" }));
    }

    [Test]
    public async Task A_picture_left_over_from_a_kill_is_written_over()
    {
        Directory.CreateDirectory(_stage.Folder);
        await File.WriteAllTextAsync(Path.Combine(_stage.Folder, "m1.png.tmp"), "half");

        await SendAsync(_stage.Adapter, "m1", Some.Picture);

        Assert.That(Directory.GetFiles(_stage.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "m1.png", "messages.jsonl" }));
    }

    [Test]
    public async Task Starts_again_when_the_owner_has_emptied_the_folder()
    {
        await SendAsync(_stage.Adapter, "m1");
        Directory.Delete(_stage.Folder, recursive: true);

        await SendAsync(_stage.Adapter, "m1");

        Assert.That(Ids(), Is.EqualTo(new[] { "m1" }));
    }

    [Test]
    public async Task Can_be_tried_again_while_somebody_else_has_the_file()
    {
        await SendAsync(_stage.Adapter, "m1");
        await using (new FileStream(_stage.LogFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var result = await _stage.Adapter.SendAsync(Some.Request(_stage.Known, id: "m2"), CancellationToken.None);
            Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        }

        await SendAsync(_stage.Adapter, "m2");
        Assert.That(Ids(), Is.EqualTo(new[] { "m1", "m2" }));
    }

    [TestCase("..")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("a.b")]
    [TestCase("/etc")]
    [TestCase("a\n")]
    [TestCase("a\0b")]
    public void Does_not_know_addresses_that_could_lead_elsewhere(string address) => Assert.That(_stage.Adapter.Knows(address), Is.False);

    [Test]
    public async Task The_test_names_the_folder_that_can_not_be_made()
    {
        var file = Path.GetTempFileName();
        var adapter = new PreviewAdapter(new PreviewOptions { Directory = file }, _stage.Time);

        var faults = await adapter.TestAsync("main", CancellationToken.None);
        File.Delete(file);

        Assert.That(faults.Faults.Single().Field, Is.EqualTo("Directory"));
    }

    private IEnumerable<string?> Ids() => _stage.Lines.Select(line => line.GetProperty("id").GetString());

    private async Task SendAsync(PreviewAdapter adapter, string id, OutgoingMessage? message = null)
    {
        var result = await adapter.SendAsync(Some.Request(_stage.Known, message, id), CancellationToken.None);
        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
    }
}
