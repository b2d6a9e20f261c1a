using System.Text;
using DealBot.Adapters.WeComTask.Callbacks;
using DealBot.Simulators.WeComTask;

namespace DealBot.Adapters.Tests.WeComTask;

/// <summary>WeCom's own sample and two computed with other implementations; the fillings are 7, 2 and 16 bytes.</summary>
public sealed class WeComCallbackCryptoTests
{
    private const string OwnKey = "dealbotDEALBOTdealbot0123456789abcdefghijkL";
    private const string OwnToken = "dealbotToken";

    private static readonly Vector Vendor = new(
        "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7", "1409659589", "263014780",
        "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==", "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1616140317555161061");

    private static readonly Vector WithoutReceiver = new(
        OwnToken, OwnKey, "", "1760000000", "1372623149",
        "Z+huLlQzgI/ZoOxFWb05/NCQT19267UBy3sxUOQncpSzOxD7QUSYwVy1i2k70XfZQ91ra3R+xULOXz/Esv/VKA==", "c6fc0d4f1d4419f30829320e84270fd90f9875ce", """{"msgtype":"text","text":{"content":"hi"}}""");

    private static readonly Vector OfApplication = new(
        OwnToken, OwnKey, "ww1a2b3c4d5e6f7a8b", "1760000000", "1372623149",
        "Z+huLlQzgI/ZoOxFWb05/KkySptxwTqJ9h7SGvaFSNegYkC/3NiiSK/7uTFKMcL3bpzC3UjinTTAlbLIDyYbDQ==", "ee09252903fa38a69f02108db06f4c9c286d180c", "4927389160");

    private static readonly Vector[] All = [Vendor, WithoutReceiver, OfApplication];
    private static readonly Vector[] Own = [WithoutReceiver, OfApplication];

    [TestCaseSource(nameof(All))]
    public void Checks_the_signature_and_reads_the_message(Vector vector)
    {
        var crypto = vector.Crypto();

        Assert.That(crypto.IsSigned(vector.Signature, vector.Timestamp, vector.Nonce, vector.Encrypted), Is.True);
        Assert.That(crypto.Decrypt(vector.Encrypted), Is.EqualTo(vector.Message));
    }

    [TestCaseSource(nameof(Own))]
    public void The_simulator_writes_the_same(Vector vector)
    {
        var calls = new WeComCalls(vector.Token, vector.Key, vector.ReceiveId, TimeProvider.System);

        Assert.That(calls.Encrypt(vector.Message, Encoding.ASCII.GetBytes("0123456789abcdef")), Is.EqualTo(vector.Encrypted));
        Assert.That(calls.Signature(vector.Timestamp, vector.Nonce, vector.Encrypted), Is.EqualTo(vector.Signature));
    }

    [TestCaseSource(nameof(All))]
    public void Takes_no_other_signature(Vector vector)
    {
        var crypto = vector.Crypto();

        Assert.That(crypto.IsSigned(vector.Signature[..^1] + "x", vector.Timestamp, vector.Nonce, vector.Encrypted), Is.False);
        Assert.That(crypto.IsSigned("", vector.Timestamp, vector.Nonce, vector.Encrypted), Is.False);
        Assert.That(crypto.IsSigned(vector.Signature, "1760000001", vector.Nonce, vector.Encrypted), Is.False);
    }

    [Test]
    public void Takes_no_message_to_another_company() =>
        Assert.That((OfApplication with { ReceiveId = "ww0000000000000000" }).Crypto().Decrypt(OfApplication.Encrypted), Is.Null);

    [Test]
    public void Reads_every_filling([Range(1, 32)] int length)
    {
        var message = new string('a', length);
        var calls = new WeComCalls(OwnToken, OwnKey, "ww1", TimeProvider.System);

        Assert.That((OfApplication with { ReceiveId = "ww1" }).Crypto().Decrypt(calls.Encrypt(message)), Is.EqualTo(message));
    }

    [TestCase("")]
    [TestCase("no base64!")]
    [TestCase("AAAA")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Takes_nothing_that_was_not_encrypted_with_the_key(string encrypted) => Assert.That(OfApplication.Crypto().Decrypt(encrypted), Is.Null);

    [TestCase("")]
    [TestCase("dealbot")]
    [TestCase("dealbotDEALBOTdealbot0123456789abcdefghijk!")]
    public void Knows_what_is_no_key(string key) => Assert.That(WeComCallbackCrypto.KeyOf(key), Is.Null);

    public sealed record Vector(
        string Token, string Key, string ReceiveId, string Timestamp, string Nonce, string Encrypted, string Signature, string Message)
    {
        internal WeComCallbackCrypto Crypto() => new(Token, WeComCallbackCrypto.KeyOf(Key)!, ReceiveId);
    }
}
