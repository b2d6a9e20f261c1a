namespace DealBot.Core.Tests.Posters;

public sealed class PosterGoldenTests
{
    /// <summary>Each layout is kept whole once; of templates that give it other colours these posts are, the rest as hashes.</summary>
    private static readonly string[] Telling = ["ordinary", "coupon ends in two days", "campaign", "nine"];

    private static readonly string[] Layouts = ["classic", "white", "courier", "compare", "grid", "ranking"];

    [TestCaseSource(typeof(PosterCases), nameof(PosterCases.Templates))]
    public void Poster_is_drawn_as_it_is_known_to_be_good(string template)
    {
        var name = Path.GetFileName(template).Split('.')[0];
        var drawings = PosterCases.All.Select(pair => KeyValuePair.Create(pair.Key, PosterCases.Render(template, pair.Value)));

        Golden.Compare(name, drawings, Layouts.Contains(name) ? null : Telling);
    }

    [Test]
    public void A_coupon_without_end_is_not_counted_down() =>
        Assert.That(PosterCases.Render("posters/countdown.sbn-svg", PosterCases.All["from dear to a fen"]), Does.Not.Contain("距券截止"));

    [Test]
    public void A_coupon_that_is_good_for_weeks_is_not_counted_down() =>
        Assert.That(PosterCases.Render("posters/countdown.sbn-svg", PosterCases.All["ordinary"]), Does.Not.Contain("距券截止"));

    [Test]
    public void A_coupon_about_to_end_is_counted_down_from_the_moment_of_the_post()
    {
        var svg = PosterCases.Render("posters/countdown.sbn-svg", PosterCases.All["coupon ends in two days"]);

        Assert.That(svg, Does.Contain("发图时距券截止").And.Contain(">02<").And.Contain(">15<").And.Contain(">29<").And.Contain("06月20日 23:59 截止"));
    }

    [Test]
    public void A_ranking_says_by_what_it_ranks_and_ranks_only_what_has_sales()
    {
        var svg = PosterCases.Render("posters/ranking.sbn-svg", PosterCases.All["five"]);

        Assert.That(svg, Does.Contain("按近 30 天销量"));
        Assert.That(svg.IndexOf("抽纸2", StringComparison.Ordinal), Is.LessThan(svg.IndexOf("第4款", StringComparison.Ordinal)));
        Assert.That(svg.IndexOf("第4款", StringComparison.Ordinal), Is.LessThan(svg.IndexOf("汇源", StringComparison.Ordinal)));
    }

    [Test]
    public void Deals_without_sales_are_not_ranked() =>
        Assert.That(PosterCases.Render("posters/ranking.sbn-svg", PosterCases.All["nine bare"]), Does.Contain("排列不分先后").And.Not.Contain("人气榜"));
}
