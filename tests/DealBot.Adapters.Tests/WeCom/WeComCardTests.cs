using DealBot.Contracts;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComCardTests
{
    private static readonly Uri Picture = new("https://img.example/1.jpg");

    private WeComStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_card_without_picture_is_a_text_notice_with_its_content_below_the_title()
    {
        var card = await SendAsync(Some.Card());

        Assert.That((card.Type, card.Subtitle, card.Links.Single()), Is.EqualTo(("text_notice", "今日好价", "领券购买")));
    }

    [Test]
    public async Task A_card_with_picture_is_a_news_notice_with_its_content_below_the_picture()
    {
        var card = await SendAsync(Some.Card() with { Content = "今日好价\n限量 500 件", PictureUrl = Picture });

        Assert.That((card.Type, card.PictureUrl), Is.EqualTo(("news_notice", Picture.AbsoluteUri)));
        Assert.That(card.Lines.Single(), Is.EqualTo(KeyValuePair.Create("今日好价", "限量 500 件")));
    }

    [Test]
    public async Task Shows_the_first_six_facts()
    {
        var card = await SendAsync(Some.Card() with { Facts = [.. Enumerable.Range(1, 9).Select(number => new CardFact($"第{number}", "好"))] });

        Assert.That(card.Facts.Select(fact => fact.Key), Is.EqualTo(new[] { "第1", "第2", "第3", "第4", "第5", "第6" }));
    }

    [Test]
    public async Task Leaves_out_what_WeCom_requires_and_the_message_does_not_have()
    {
        var card = await SendAsync(Some.Card() with { Content = "", Button = "", Facts = [new CardFact(" ", "没有名字")] });

        Assert.That((card.Subtitle, card.Links, card.Facts), Is.EqualTo(("", Array.Empty<string>(), Array.Empty<KeyValuePair<string, string>>())));
    }

    [Test]
    public async Task Shortens_to_what_WeCom_recommends_between_characters_as_readers_see_them()
    {
        const string Family = "👨‍👩‍👧‍👦";

        var card = await SendAsync(Some.Card() with { Title = string.Concat(Enumerable.Repeat(Family, 30)), Facts = [new CardFact("券后到手价", "9.9"), new CardFact("券后到手价格", "9.9")] });

        Assert.That(card.Title, Is.EqualTo(string.Concat(Enumerable.Repeat(Family, 25)) + "…"));
        Assert.That(card.Facts.Select(fact => fact.Key), Is.EqualTo(new[] { "券后到手价", "券后到手…" }));
    }

    private async Task<WeComReceivedCard> SendAsync(OutgoingMessage.Card card)
    {
        Assert.That(await _stage.SendAsync(card), Is.InstanceOf<SendResult.Sent>());
        return _stage.Simulator.Received.Single().Card!;
    }
}
