using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Preview;

/// <summary>The preview adapter can look into its own folder, so nothing of it stays unknown.</summary>
public sealed class PreviewProofTests
{
    private static readonly OutgoingMessage Text = new OutgoingMessage.Text("好价");

    private PreviewStage _stage = null!;

    [SetUp]
    public void SetStage() => _stage = new PreviewStage();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_message_in_the_folder_was_delivered_as_a_later_run_sees_too()
    {
        await _stage.Adapter.SendAsync(Request("m1"), default);

        Assert.That(await _stage.NewAdapter().ProveAsync(Request("m1"), default), Is.InstanceOf<DeliveryProof.Delivered>());
    }

    [Test]
    public async Task A_message_that_is_not_there_was_not()
    {
        Assert.That(await _stage.Adapter.ProveAsync(Request("m1"), default), Is.InstanceOf<DeliveryProof.NotDelivered>(), "no folder yet");

        await _stage.Adapter.SendAsync(Request("m1"), default);

        Assert.That(await _stage.Adapter.ProveAsync(Request("m2"), default), Is.InstanceOf<DeliveryProof.NotDelivered>());
    }

    [Test]
    public async Task A_line_that_a_kill_left_half_written_is_no_message()
    {
        await _stage.Adapter.SendAsync(Request("m1"), default);
        await File.AppendAllTextAsync(_stage.LogFile, """{"id":"m2","at":"2026-06-18T09:0""");

        Assert.That(await _stage.NewAdapter().ProveAsync(Request("m2"), default), Is.InstanceOf<DeliveryProof.NotDelivered>());
    }

    [Test]
    public async Task A_folder_that_can_not_be_read_proves_nothing()
    {
        await _stage.Adapter.SendAsync(Request("m1"), default);
        await using var held = new FileStream(_stage.LogFile, FileMode.Open, FileAccess.Read, FileShare.None);

        Assert.That(await _stage.NewAdapter().ProveAsync(Request("m1"), default), Is.InstanceOf<DeliveryProof.Unknowable>());
    }

    private SendRequest Request(string id) => new(id, _stage.Known, Text);
}
