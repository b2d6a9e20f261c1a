using DealBot.Contracts;
using DealBot.Core.Planning;

namespace DealBot.Core.Tests.Planning;

/// <summary>What the plan reckons for a post before it is rendered.</summary>
public sealed class PostSizeTests
{
    private const MessageKinds Pictures = MessageKinds.Text | MessageKinds.Image;

    [TestCase(Pictures, true, 2, 1, TestName = "Poster_and_copy_are_two")]
    [TestCase(Pictures, false, 1, 0, TestName = "Copy_alone_is_one")]
    [TestCase(MessageKinds.Text, true, 1, 0, TestName = "Without_pictures_there_is_no_poster")]
    [TestCase(Pictures | MessageKinds.Captioned, true, 1, 1, TestName = "Captioned_poster_is_one_message_and_one_picture")]
    [TestCase(Pictures | MessageKinds.Captioned, false, 1, 0, TestName = "Without_a_poster_there_is_nothing_to_caption")]
    public void A_post_is_reckoned_as_the_platform_takes_it(MessageKinds kinds, bool poster, int messages, int images) =>
        Assert.That(Size(kinds, poster), Is.EqualTo(new PostSize(messages, images)));

    [Test]
    public void A_card_is_one_message_and_no_picture() =>
        Assert.That(Size(Pictures | MessageKinds.Card, poster: true, card: "cards/deal.sbn-txt"), Is.EqualTo(new PostSize(1, 0)));

    [Test]
    public void Markdown_has_no_caption() =>
        Assert.That(Size(Pictures | MessageKinds.Captioned | MessageKinds.Markdown, poster: true, copy: "copy/deal.sbn-md"), Is.EqualTo(new PostSize(2, 1)));

    private static PostSize Size(MessageKinds kinds, bool poster, string? card = null, string copy = "copy/default.sbn-txt")
    {
        var slot = PlanScene.Slot("09:00", poster: poster);
        return PostSize.Of(slot with { Plan = slot.Plan with { Card = card, Copy = copy } }, PlanScene.Limits() with { Kinds = kinds });
    }
}
