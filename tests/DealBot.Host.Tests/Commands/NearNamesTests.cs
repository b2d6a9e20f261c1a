using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class NearNamesTests
{
    private static readonly string[] Templates = ["cards/deal.sbn-txt", "copy/default.en.sbn-txt", "copy/default.sbn-txt", "copy/mama.sbn-txt", "posters/mama.sbn-svg"];

    [TestCase("copy/default.en", "copy/default.en.sbn-txt", "copy/default.sbn-txt")]
    [TestCase("default", "copy/default.en.sbn-txt", "copy/default.sbn-txt")]
    [TestCase("posters/mama", "posters/mama.sbn-svg", "copy/mama.sbn-txt")]
    [TestCase("copy/mother")]
    public void Names_templates_of_the_same_name_those_of_the_same_folder_first(string name, params string[] near) =>
        Assert.That(NearNames.Of(name, Templates), Is.EqualTo(near));
}
