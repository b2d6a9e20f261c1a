using System.Text;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests;

/// <summary>
/// What every adapter keeps. An adapter derives this and supplies <see cref="SetStageAsync"/>; a case that needs a kind it
/// lacks is skipped.
/// </summary>
public abstract class MessagingAdapterContract
{
    private AdapterStage _stage = null!;

    private IMessagingAdapter Adapter => _stage.Adapter;

    protected abstract Task<AdapterStage> SetStageAsync();

    [SetUp]
    public async Task SetUpStage() => _stage = await SetStageAsync();

    [TearDown]
    public async Task TearDownStage() => await _stage.DisposeAsync();

    [Test]
    public void Has_a_name_for_the_configuration() => Assert.That(Adapter.Name, Does.Match("^[a-z][a-z0-9]*$"));

    [Test]
    public void Knows_the_addresses_of_its_configuration_only()
    {
        Assert.That(Adapter.Knows(_stage.Known), Is.True);
        Assert.That(Adapter.Knows(_stage.Unknown), Is.False);
        Assert.That(Adapter.Knows(""), Is.False);
    }

    [Test]
    public void States_its_limits()
    {
        var limits = Adapter.Limits;

        Assert.That(Takes(MessageKinds.Text), Is.True);
        Assert.That(limits.TextBytes, Is.Positive);
        Assert.That(limits.MarkdownBytes > 0, Is.EqualTo(Takes(MessageKinds.Markdown)));
        Assert.That(limits.ImageBytes > 0, Is.EqualTo(Takes(MessageKinds.Image)));
        Assert.That(limits.MessagesPerMinute ?? 1, Is.Positive);
    }

    [Test]
    public async Task Sends_text_as_it_is()
    {
        await Sends(new OutgoingMessage.Text("【京东】\"券后\" ¥9.9\n\\u4e00 👨‍👩‍👧 <b>&'\ttab"));
    }

    [Test]
    public async Task Sends_markdown()
    {
        Need(MessageKinds.Markdown);
        await Sends(new OutgoingMessage.Markdown("**好价** [去看看](https://u.example/a?b=1&c=2)"));
    }

    [Test]
    public async Task Sends_a_card()
    {
        Need(MessageKinds.News);
        await Sends(Some.News());
    }

    [Test]
    public async Task Sends_a_picture_byte_by_byte()
    {
        Need(MessageKinds.Image);

        var result = await SendAsync(Some.Picture);

        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Delivered().OfType<OutgoingMessage.Image>().Single().Bytes.ToArray(), Is.EqualTo(Some.Png));
    }

    [Test]
    public async Task Sends_text_of_just_the_limit()
    {
        var text = new string('一', Adapter.Limits.TextBytes / 3) + new string('a', Adapter.Limits.TextBytes % 3);
        Assert.That(Encoding.UTF8.GetByteCount(text), Is.EqualTo(Adapter.Limits.TextBytes));

        await Sends(new OutgoingMessage.Text(text));
    }

    [Test]
    public async Task Sends_a_picture_of_just_the_limit()
    {
        Need(MessageKinds.Image);
        Assert.That(await SendAsync(PictureOf(Adapter.Limits.ImageBytes)), Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task Refuses_text_over_the_limit_without_a_call() =>
        await RefusesWithoutCall(new OutgoingMessage.Text(new string('一', (Adapter.Limits.TextBytes / 3) + 1)));

    [Test]
    public async Task Refuses_empty_text_without_a_call() => await RefusesWithoutCall(new OutgoingMessage.Text(" \n"));

    [Test]
    public async Task Refuses_a_picture_over_the_limit_without_a_call() => await RefusesWithoutCall(PictureOf(Adapter.Limits.ImageBytes + 1));

    [Test]
    public async Task Refuses_a_picture_that_is_none_whatever_it_says_it_is() =>
        await RefusesWithoutCall(new OutgoingMessage.Image("GIF89a"u8.ToArray(), "image/png"));

    [Test]
    public async Task Refuses_an_unknown_address_without_a_call()
    {
        var result = await Adapter.SendAsync(Some.Request(_stage.Unknown), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    /// <summary>Only what certainly was not sent may be tried again; whatever may have arrived is unknown.</summary>
    [TestCase(PlatformFault.OverQuota, typeof(SendResult.Throttled))]
    [TestCase(PlatformFault.TooManyRequests, typeof(SendResult.Throttled))]
    [TestCase(PlatformFault.Blocked, typeof(SendResult.Blocked))]
    [TestCase(PlatformFault.Busy, typeof(SendResult.RetryAfter))]
    [TestCase(PlatformFault.Html, typeof(SendResult.Unknown))]
    [TestCase(PlatformFault.BadGateway, typeof(SendResult.Unknown))]
    [TestCase(PlatformFault.NoAnswer, typeof(SendResult.Unknown))]
    [TestCase(PlatformFault.CutAnswer, typeof(SendResult.Unknown))]
    [TestCase(PlatformFault.AnswerTwice, typeof(SendResult.Unknown))]
    [TestCase(PlatformFault.ConnectionRefused, typeof(SendResult.RetryAfter))]
    [TestCase(PlatformFault.NoTls, typeof(SendResult.RetryAfter))]
    public async Task Tells_what_certainly_was_not_sent_from_what_may_have_arrived(PlatformFault fault, Type outcome)
    {
        if (_stage.Meet(fault) is not { } adapter)
        {
            Assert.Ignore($"The platform can't have {fault}.");
            return;
        }

        var result = await adapter.SendAsync(Some.Request(_stage.Known), CancellationToken.None);

        Assert.That(result, Is.InstanceOf(outcome));
        Assert.That(_stage.Delivered(), Has.Count.LessThanOrEqualTo(1), "nothing is repeated by the adapter");
    }

    [Test]
    public async Task Is_quiet_for_as_long_as_the_platform_asks()
    {
        if (_stage.Meet(PlatformFault.TooManyRequests) is not { } adapter)
        {
            Assert.Ignore("The platform can't ask.");
            return;
        }

        var result = (SendResult.Throttled)await adapter.SendAsync(Some.Request(_stage.Known), CancellationToken.None);

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(90), false)));
    }

    [Test]
    public void Honours_cancellation_before_the_call()
    {
        Assert.That(
            async () => await Adapter.SendAsync(Some.Request(_stage.Known), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Finds_no_fault_at_a_good_address_without_posting()
    {
        Assert.That(await Adapter.TestAsync(_stage.Known, CancellationToken.None), Is.Empty);
        Assert.That(_stage.Delivered(), Is.Empty);
    }

    [Test]
    public async Task Finds_the_fault_of_an_unknown_address() =>
        Assert.That(await Adapter.TestAsync(_stage.Unknown, CancellationToken.None), Is.Not.Empty);

    private async Task Sends(OutgoingMessage message)
    {
        var result = await SendAsync(message);

        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Delivered(), Is.EqualTo(new[] { message }));
    }

    private async Task RefusesWithoutCall(OutgoingMessage message)
    {
        var result = await SendAsync(message);

        Assert.That(result, Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    private Task<SendResult> SendAsync(OutgoingMessage message) =>
        Adapter.SendAsync(Some.Request(_stage.Known, message), CancellationToken.None);

    private static OutgoingMessage.Image PictureOf(int bytes)
    {
        var picture = new byte[bytes];
        Some.Png.AsSpan(0, 8).CopyTo(picture);
        return new OutgoingMessage.Image(picture, "image/png");
    }

    private bool Takes(MessageKinds kind) => Adapter.Limits.Kinds.HasFlag(kind);

    private void Need(MessageKinds kind)
    {
        if (!Takes(kind))
            Assert.Ignore($"The adapter does not take {kind}.");
    }
}
