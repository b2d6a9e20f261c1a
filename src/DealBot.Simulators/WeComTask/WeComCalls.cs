using System.Buffers.Binary;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using DealBot.Contracts;

namespace DealBot.Simulators.WeComTask;

/// <summary>Makes the calls that WeCom makes to an application: signed, encrypted, at the time of the clock.</summary>
/// <param name="token">The application's token.</param>
/// <param name="encodingAesKey">Its key, 43 characters.</param>
/// <param name="receiveId">The company's id.</param>
/// <param name="time">WeCom's clock.</param>
public sealed class WeComCalls(string token, string encodingAesKey, string receiveId, TimeProvider time)
{
    private const int Block = 32;

    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");
    private int _nonces;

    /// <summary>Last part of the address that is called.</summary>
    public string Endpoint { get; init; } = "events";

    /// <summary>The call that asks whether the address is the application's.</summary>
    public CallbackRequest Verification(string echo)
    {
        var encrypted = Encrypt(echo);
        return new CallbackRequest(Endpoint, "GET", Sign(encrypted, ("echostr", encrypted)), new Dictionary<string, string>(), default);
    }

    /// <summary>A call with a message.</summary>
    public CallbackRequest Message(string xml)
    {
        var encrypted = Encrypt(xml);
        var body = $"<xml><ToUserName><![CDATA[{receiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        return new CallbackRequest(Endpoint, "POST", Sign(encrypted), new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Members of a customer group change.</summary>
    /// <param name="chatId">The group.</param>
    /// <param name="detail"><c>add_member</c>, <c>del_member</c> or another change.</param>
    /// <param name="count">How many.</param>
    public CallbackRequest MembersChanged(string chatId, string detail, int count) => Message($"""
        <xml><ToUserName><![CDATA[{receiveId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>{Now()}</CreateTime><MsgType>event</MsgType>
        <Event>change_external_chat</Event><ChatId>{chatId}</ChatId><ChangeType>update</ChangeType><UpdateDetail>{detail}</UpdateDetail>
        <JoinScene>0</JoinScene><QuitScene>0</QuitScene><MemChangeCnt>{count}</MemChangeCnt><MemChangeList>{string.Concat(Enumerable.Repeat("<Item>wm1</Item>", count))}</MemChangeList></xml>
        """);

    /// <summary>A member of the company writes to the application.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="content">What.</param>
    /// <param name="agentId">The application.</param>
    /// <param name="id">Which of their messages it is.</param>
    public CallbackRequest TextFrom(string userId, string content, int agentId = 1000002, int id = 1) => Message($"""
        <xml><ToUserName><![CDATA[{receiveId}]]></ToUserName><FromUserName><![CDATA[{userId}]]></FromUserName><CreateTime>{Now()}</CreateTime>
        <MsgType><![CDATA[text]]></MsgType><Content>{SecurityElement.Escape(content)}</Content><MsgId>{1234567890123455 + id}</MsgId><AgentID>{agentId}</AgentID></xml>
        """);

    /// <summary>A message as it goes over the wire.</summary>
    /// <param name="message">The message.</param>
    /// <param name="random">16 bytes that come first; null for any.</param>
    public string Encrypt(string message, byte[]? random = null)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)text.Length);
        byte[] plain = [.. random ?? RandomNumberGenerator.GetBytes(16), .. length, .. text, .. Encoding.UTF8.GetBytes(receiveId)];
        var filling = Block - (plain.Length % Block);

        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc([.. plain, .. Enumerable.Repeat((byte)filling, filling)], _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>The signature of a call's parts.</summary>
#pragma warning disable CA5350 // WeCom signs with SHA-1.
    public string Signature(string timestamp, string nonce, string encrypted) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(
        string.Concat(new[] { token, timestamp, nonce, encrypted }.Order(StringComparer.Ordinal)))));
#pragma warning restore CA5350

    private Dictionary<string, string> Sign(string encrypted, params IEnumerable<(string Name, string Value)> more)
    {
        var (timestamp, nonce) = (Now(), Interlocked.Increment(ref _nonces).ToString("D10", CultureInfo.InvariantCulture));
        return new Dictionary<string, string>(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
        {
            ["msg_signature"] = Signature(timestamp, nonce, encrypted),
            ["timestamp"] = timestamp,
            ["nonce"] = nonce,
        };
    }

    private string Now() => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
