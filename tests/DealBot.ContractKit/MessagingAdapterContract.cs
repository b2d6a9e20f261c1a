using System.Text;
using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>
/// What every adapter keeps. An adapter derives this and supplies <see cref="SetStageAsync"/>. A case about a kind that it does not take proves that it
/// refuses that kind; skipped are only cases of faults that its platform can't have.
/// </summary>
public abstract class MessagingAdapterContract
{
    private const int AnySize = 30 * 1024 * 1024;

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
        Assert.That(limits.TextLength, Is.Positive);
        Assert.That(limits.MarkdownLength > 0, Is.EqualTo(Takes(MessageKinds.Markdown)));
        Assert.That(limits.ImageBytes > 0 || limits.PicturesByUrl, Is.EqualTo(Takes(MessageKinds.Image) || Takes(MessageKinds.Captioned)));
        Assert.That(limits.CaptionLength > 0, Is.EqualTo(Takes(MessageKinds.Captioned)));
        Assert.That(limits.FileBytes > 0, Is.EqualTo(Takes(MessageKinds.File)));
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
        var markdown = new OutgoingMessage.Markdown("**好价** [去看看](https://u.example/a?b=1&c=2)");
        if (await TakesAsync(MessageKinds.Markdown, markdown))
            await Sends(markdown);
    }

    [Test]
    public async Task Sends_a_card()
    {
        if (await TakesAsync(MessageKinds.News, Some.News()))
            await Sends(Some.News());
    }

    [Test]
    public async Task Sends_a_picture_byte_by_byte()
    {
        if (!await TakesAsync(MessageKinds.Image, Some.Picture))
            return;

        await IsTaken(Some.Picture);

        Arrived(_stage.Delivered().OfType<OutgoingMessage.Image>().Single());
    }

    [Test]
    public async Task Sends_a_picture_with_its_text_as_one_message()
    {
        var message = new OutgoingMessage.Captioned(Some.Picture, "券后 9.9 元 😀");
        if (!await TakesAsync(MessageKinds.Captioned, message))
            return;

        await IsTaken(message);

        var delivered = _stage.Delivered().OfType<OutgoingMessage.Captioned>().Single();
        Assert.That(delivered.Content, Is.EqualTo("券后 9.9 元 😀"));
        Arrived(delivered.Picture);
    }

    [Test]
    public async Task Sends_a_card_with_facts()
    {
        if (!await TakesAsync(MessageKinds.Card, Some.Card()))
            return;

        await IsTaken(Some.Card());

        var delivered = _stage.Delivered().OfType<OutgoingMessage.Card>().Single();
        Assert.That((delivered.Title, delivered.Url), Is.EqualTo((Some.Card().Title, Some.Card().Url)));
        Assert.That(delivered.Facts, Is.EqualTo(Some.Card().Facts));
    }

    [Test]
    public async Task Sends_a_file()
    {
        var message = new OutgoingMessage.File("账单,金额\n"u8.ToArray(), "对账单.csv");
        if (!await TakesAsync(MessageKinds.File, message))
            return;

        await IsTaken(message);

        var delivered = _stage.Delivered().OfType<OutgoingMessage.File>().Single();
        Assert.That(delivered.Name, Is.EqualTo("对账单.csv"));
        Assert.That(delivered.Bytes.ToArray(), Is.EqualTo("账单,金额\n"u8.ToArray()));
    }

    /// <summary>Whatever a platform takes of a card, half an emoji would be a box and half a link would lead astray.</summary>
    [TestCase(MessageKinds.News)]
    [TestCase(MessageKinds.Card)]
    public async Task Shortens_a_card_without_cutting_an_emoji_or_a_link(MessageKinds kind)
    {
        const string Family = "👩‍👩‍👧‍👦";
        const string Link = "https://u.example/g/abcdefghjk";
        var (title, text) = (string.Concat(Enumerable.Repeat(Family, 60)), string.Concat(Enumerable.Repeat($"{Family} {Link}\n", 500)));
        OutgoingMessage message = kind == MessageKinds.News ? Some.News(title, text) : Some.Card(title) with { Content = text, Facts = [] };
        if (!await TakesAsync(kind, message))
            return;

        await IsTaken(message);

        var shown = _stage.Delivered().Single() switch
        {
            OutgoingMessage.News news => $"{news.Title}\n{news.Description}",
            OutgoingMessage.Card card => $"{card.Title}\n{card.Content}",
            var other => throw new InvalidOperationException($"The stage tells of {other.GetType().Name}."),
        };
        var words = shown.Split([' ', '\n', '…'], StringSplitOptions.RemoveEmptyEntries);
        Assert.That(words.Select(word => word.Replace(Family, "", StringComparison.Ordinal)), Is.All.AnyOf("", Link));
    }

    [Test]
    public async Task Sends_text_of_just_the_limit()
    {
        var text = TextOf(Adapter.Limits.TextLength);
        Assert.That(LengthOf(text), Is.EqualTo(Adapter.Limits.TextLength));

        await Sends(new OutgoingMessage.Text(text));
    }

    [Test]
    public async Task Sends_a_caption_of_just_the_limit()
    {
        var message = new OutgoingMessage.Captioned(Some.Picture, TextOf(Math.Max(1, Adapter.Limits.CaptionLength)));
        if (await TakesAsync(MessageKinds.Captioned, message))
            await IsTaken(message);
    }

    /// <summary>Of a picture that the platform fetches itself no byte is sent, so that it may have any number.</summary>
    [Test]
    public async Task Sends_a_picture_of_just_the_limit()
    {
        var picture = Adapter.Limits.PicturesByUrl ? PictureOf(AnySize) with { PublicUrl = Some.Picture.PublicUrl } : PictureOf(Adapter.Limits.ImageBytes);
        if (await TakesAsync(MessageKinds.Image, picture))
            await IsTaken(picture);
    }

    [Test]
    public async Task Refuses_text_over_the_limit_without_a_call() =>
        await RefusesWithoutCall(new OutgoingMessage.Text(TextOf(Adapter.Limits.TextLength + 1)));

    [Test]
    public async Task Refuses_a_caption_over_the_limit_without_a_call() =>
        await RefusesWithoutCall(new OutgoingMessage.Captioned(Some.Picture, TextOf(Adapter.Limits.CaptionLength + 1)));

    [Test]
    public async Task Refuses_empty_text_without_a_call() => await RefusesWithoutCall(new OutgoingMessage.Text(" \n"));

    /// <summary>Where the platform fetches pictures, one that it can't fetch is as good as none.</summary>
    [Test]
    public async Task Refuses_a_picture_over_the_limit_without_a_call() =>
        await RefusesWithoutCall(PictureOf(Adapter.Limits.PicturesByUrl ? AnySize : Adapter.Limits.ImageBytes + 1));

    [Test]
    public async Task Refuses_a_picture_that_is_none_whatever_it_says_it_is() =>
        await RefusesWithoutCall(new OutgoingMessage.Image("GIF89a"u8.ToArray(), "image/png"));

    /// <summary>What <c>dealbot post --dry-run</c> shows is what would be sent.</summary>
    [Test]
    public async Task Shows_the_very_body_that_it_sends()
    {
        var request = Some.Request(_stage.Known);
        var calls = Adapter.Preview(request);
        if (calls.Count == 0)
            Assert.Ignore("The adapter does not show what it sends.");
        Assert.That(_stage.Calls, Is.Zero, "a preview calls nobody");

        await Adapter.SendAsync(request, CancellationToken.None);

        Assert.That(calls[^1].Body, Is.EqualTo(_stage.LastBody));
    }

    [Test]
    public void Shows_no_secret()
    {
        var shown = string.Join('\n', Adapter.Preview(Some.Request(_stage.Known)).Select(call => $"{call.Method} {call.Address} {call.Body}"));
        ShowsNoSecret(_stage, shown);
    }

    [Test]
    public async Task Refuses_an_unknown_address_without_a_call()
    {
        var foreseen = Adapter.Refuse(Some.Request(_stage.Unknown));

        var result = await Adapter.SendAsync(Some.Request(_stage.Unknown), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Rejected>());
        Assert.That(foreseen, Is.EqualTo(result));
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

    /// <summary>Results reach logs, the database and owners.</summary>
    [Test]
    public async Task Shows_no_secret_whatever_goes_wrong()
    {
        foreach (var fault in Enum.GetValues<PlatformFault>())
        {
            await using var stage = await SetStageAsync();
            if (stage.Meet(fault) is { } adapter)
                ShowsNoSecret(stage, $"{await adapter.SendAsync(Some.Request(stage.Known), CancellationToken.None)}");
        }
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
        var report = await Adapter.TestAsync(_stage.Known, CancellationToken.None);

        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Reach, Is.Not.EqualTo(Reach.Failed));
        Assert.That(report.Reach == Reach.NotProvable && report.Note is null, Is.False, "it says why nothing can be proven");
        Assert.That(_stage.Delivered(), Is.Empty);
    }

    [Test]
    public async Task Finds_the_fault_of_an_unknown_address()
    {
        var report = await Adapter.TestAsync(_stage.Unknown, CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Failed));
        Assert.That(report.Faults, Is.Not.Empty);
    }

    private async Task Sends(OutgoingMessage message)
    {
        await IsTaken(message);

        Assert.That(_stage.Delivered(), Is.EqualTo(new[] { message }));
    }

    /// <summary>Taken: sent, or a task that a person has to confirm.</summary>
    private async Task IsTaken(OutgoingMessage message)
    {
        Assert.That(Adapter.Refuse(Some.Request(_stage.Known, message)), Is.Null);
        Assert.That(await SendAsync(message), Is.InstanceOf<SendResult.Sent>().Or.InstanceOf<SendResult.Awaiting>());
    }

    private void Arrived(OutgoingMessage.Image picture)
    {
        if (Adapter.Limits.PicturesByUrl)
            Assert.That(picture.PublicUrl, Is.EqualTo(Some.Picture.PublicUrl));
        else
            Assert.That(picture.Bytes.ToArray(), Is.EqualTo(Some.Png));
    }

    private static void ShowsNoSecret(AdapterStage stage, string shown)
    {
        foreach (var secret in stage.Secrets)
        {
            Assert.That(shown, Does.Not.Contain(secret));
        }
    }

    private async Task RefusesWithoutCall(OutgoingMessage message)
    {
        var foreseen = Adapter.Refuse(Some.Request(_stage.Known, message));

        var result = await SendAsync(message);

        Assert.That(result, Is.InstanceOf<SendResult.Rejected>());
        Assert.That(((SendResult.Rejected)result).IsOwnCheck, Is.True, "it tells nothing of how the account stands");
        Assert.That(foreseen, Is.EqualTo(result), "what is refused is known beforehand");
        Assert.That(_stage.Calls, Is.Zero);
    }

    private Task<SendResult> SendAsync(OutgoingMessage message) =>
        Adapter.SendAsync(Some.Request(_stage.Known, message), CancellationToken.None);

    private static OutgoingMessage.Image PictureOf(int bytes)
    {
        var picture = new byte[Math.Max(bytes, Some.Png.Count)];
        Some.Png.Take(8).ToArray().CopyTo(picture, 0);
        return new OutgoingMessage.Image(picture, "image/png");
    }

    private string TextOf(int length) => Adapter.Limits.TextUnit == TextUnit.Utf8Bytes
        ? new string('一', length / 3) + new string('a', length % 3)
        : new string('一', length);

    private int LengthOf(string text) => Adapter.Limits.TextUnit == TextUnit.Utf8Bytes ? Encoding.UTF8.GetByteCount(text) : text.Length;

    private bool Takes(MessageKinds kind) => Adapter.Limits.Kinds.HasFlag(kind);

    /// <summary>Whether the adapter takes the kind; if not it has to refuse the message.</summary>
    private async Task<bool> TakesAsync(MessageKinds kind, OutgoingMessage message)
    {
        if (!Takes(kind))
            await RefusesWithoutCall(message);

        return Takes(kind);
    }
}
