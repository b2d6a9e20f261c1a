namespace DealBot.Contracts.Tests.Api;

public sealed class ApiChangeTests
{
    private const string Before = "interface IAdapter\n    abstract string Name { get; }\n\nsealed record Text\n    Text(string Content)\n";

    [TestCase("", "1.2", TestName = "Nothing changed")]
    [TestCase("\nsealed class News\n    News()\n", "1.3", TestName = "A type more is an addition")]
    [TestCase("    required string Id { get; init; }\n", "2.0", TestName = "A required property more breaks who makes one")]
    [TestCase("    string? Id { get; init; }\n", "1.3", TestName = "A property more is an addition")]
    public void Addition_asks_for(string added, string least) => Assert.That(Least(Before + added), Is.EqualTo(least));

    [Test]
    public void Interface_member_without_a_body_asks_for_a_new_major() =>
        Assert.That(Least(Before.Replace("    abstract string Name", "    abstract int Age { get; }\n    abstract string Name", StringComparison.Ordinal)), Is.EqualTo("2.0"));

    [Test]
    public void Interface_member_with_a_body_asks_for_a_new_minor() =>
        Assert.That(Least(Before.Replace("    abstract string Name", "    virtual int Age { get; }\n    abstract string Name", StringComparison.Ordinal)), Is.EqualTo("1.3"));

    [Test]
    public void New_interface_may_ask_what_it_likes() =>
        Assert.That(Least(Before + "\ninterface IProof\n    abstract bool Prove()\n"), Is.EqualTo("1.3"));

    [Test]
    public void Anything_gone_asks_for_a_new_major() =>
        Assert.That(Least(Before.Replace("string Content", "string Content, int Length", StringComparison.Ordinal)), Is.EqualTo("2.0"));

    [Test]
    public void Version_itself_is_no_change() => Assert.That(
        ApiChange.LeastVersion(ApiLines.Read(ApiLines.Write("1.2", Version("1.2"))), ApiLines.Read(ApiLines.Write("1.3", Version("1.3")))), Is.EqualTo("1.2"));

    [TestCase("1.9", "1.10", false)]
    [TestCase("1.10", "1.9", true)]
    [TestCase("2.0", "1.10", true)]
    [TestCase("1.2", "1.2", true)]
    public void Versions_are_compared_as_numbers(string version, string least, bool isEnough) => Assert.That(ApiChange.IsAtLeast(version, least), Is.EqualTo(isEnough));

    private static string Version(string version) => $"static class ContractVersion\n    const string Current = \"{version}\"\n";

    private static string Least(string now) => ApiChange.LeastVersion(ApiLines.Read(ApiLines.Write("1.2", Before)), ApiLines.Read(ApiLines.Write("1.2", now)));
}
