using DealBot.Networks.Pdd;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddErrorsTests
{
    private static readonly string[] Documented =
    [
        "10000", "10001", "10016", "10017", "10018", "10019", "10035", "20004", "20005", "20007", "20031", "20032", "20034", "20035", "21001", "21002",
        "30000", "30001", "50000", "50001", "50002", "52001", "52002", "52004", "52101", "52102", "52103", "60001", "70031", "70032", "70033", "70034",
        "70035", "70036",
    ];

    private static readonly string[] OfTheClient = ["bad_sub_id", "bad_position_id", "pid_mismatch", "unproven_link", "bad_channel"];

    [TestCaseSource(nameof(Documented))]
    [TestCaseSource(nameof(OfTheClient))]
    public void Every_code_is_explained_in_both_languages(string code)
    {
        var error = PddErrors.All.Find(code);

        Assert.That(PddErrors.All.Knows(code), Is.True);
        Assert.That(error.Reason.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}{4}"));
        Assert.That(error.Reason.En, Does.Match("[a-z]{3}"));
        Assert.That(error.Field is null || error.Reason.Zh.Contains(error.Field, StringComparison.Ordinal) || code == "60001", Is.True, "names its field");
    }

    [TestCase("10016", "ClientId", "应用列表")]
    [TestCase("20004", "ClientSecret", "签名")]
    [TestCase("20005", null, "IP 白名单")]
    [TestCase("20031", null, "多多进宝")]
    [TestCase("20031", null, "申请")]
    [TestCase("20032", "ClientId", "应用类型")]
    [TestCase("20035", "Gateway", "网关")]
    [TestCase("60001", "Pid", "备案")]
    [TestCase("70036", null, "上线")]
    [TestCase("10019", null, "多多客")]
    [TestCase("70034", null, "申诉")]
    [TestCase("pid_mismatch", "Pid", "推广位")]
    public void A_fault_of_the_account_names_field_permission_or_form(string code, string? field, string word)
    {
        var error = PddErrors.All.Find(code);

        Assert.That((error.IsAccountFault, error.IsTransient, error.Field), Is.EqualTo((true, false, field)));
        Assert.That(error.Reason.Zh, Does.Contain(word));
    }

    [TestCase("52101", true, true)]
    [TestCase("70031", true, true)]
    [TestCase("50001", false, false)]
    [TestCase("52102", false, false)]
    [TestCase("70033", false, false)]
    public void What_passes_is_transient_and_too_many_calls_are_repeated_later(string code, bool retried, bool quota)
    {
        var error = PddErrors.All.Find(code);

        Assert.That((error.IsTransient, error.IsRetried, error.IsQuotaUsedUp, error.IsAccountFault), Is.EqualTo((true, retried, quota, false)));
    }

    [Test]
    public void An_unknown_code_is_explained_in_the_networks_words()
    {
        var reason = PddErrors.All.Explain("98765", "推手被冻结", "pdd.ddk.goods.search");

        Assert.That(reason.Zh, Does.Contain("98765").And.Contain("推手被冻结").And.Contain("pdd.ddk.goods.search"));
        Assert.That(PddErrors.All.Knows("98765"), Is.False);
    }

    [Test]
    public void A_field_that_is_named_exists()
    {
        var fields = Documented.Concat(OfTheClient).Select(code => PddErrors.All.Find(code).Field).OfType<string>().Distinct();
        var known = typeof(PddAccount).GetProperties().Concat(typeof(PddOptions).GetProperties()).Select(property => property.Name);

        Assert.That(fields, Is.SubsetOf(known));
    }
}
