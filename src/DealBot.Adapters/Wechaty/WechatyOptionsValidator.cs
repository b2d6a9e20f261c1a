using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>Names every fault of <see cref="WechatyOptions"/> without calling anybody and without showing a token.</summary>
public static class WechatyOptionsValidator
{
    /// <summary>A post with a poster is two messages; with less than that it would never fit.</summary>
    private const int LeastMessages = 2;

    private const int MostPerMinute = 20;
    private const int MostPerHour = MostPerMinute * 60;
    private const int MostPerDay = MostPerHour * 24;

    /// <summary>The name in the certificate that Wechaty ships together with its private key.</summary>
    private const string PublishedCertificate = "insecure";

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(WechatyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // An entry without anything in it, as JSON allows, has the faults of an empty one.
        var puppets = options.Puppets.ToDictionary(puppet => puppet.Key, puppet => puppet.Value ?? new WechatyPuppet());
        var rooms = options.Rooms.ToDictionary(room => room.Key, room => room.Value ?? new WechatyRoom());
        return
        [
            .. OptionRange.Check([new(nameof(WechatyOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 120)]),
            .. puppets.SelectMany(puppet => CheckPuppet($"{nameof(WechatyOptions.Puppets)}.{puppet.Key}.", puppet.Value)),
            .. SharedServices(puppets),
            .. rooms.SelectMany(room => CheckRoom($"{nameof(WechatyOptions.Rooms)}.{room.Key}.", room.Value, puppets.Keys)),
            .. SharedRooms(rooms),
        ];
    }

    private static IEnumerable<OptionFault> CheckPuppet(string path, WechatyPuppet puppet) =>
    [
        .. CheckEndpoint(path, puppet),
        .. CheckToken(path + nameof(WechatyPuppet.Token), puppet.Token),
        .. CheckCaFile(path + nameof(WechatyPuppet.CaFile), puppet.CaFile),
        .. CheckServerName(path + nameof(WechatyPuppet.ServerName), puppet.ServerName),
        .. OptionRange.Check(
        [
            new(path + nameof(WechatyPuppet.SecondsBetween), puppet.SecondsBetween, 3, 600),
            new(path + nameof(WechatyPuppet.MessagesPerMinute), puppet.MessagesPerMinute, LeastMessages, MostPerMinute),
            new(path + nameof(WechatyPuppet.MessagesPerHour), puppet.MessagesPerHour, LeastMessages, MostPerHour),
            new(path + nameof(WechatyPuppet.MessagesPerDay), puppet.MessagesPerDay, LeastMessages, MostPerDay),
        ]),
    ];

    private static IEnumerable<OptionFault> CheckEndpoint(string path, WechatyPuppet puppet)
    {
        path += nameof(WechatyPuppet.Endpoint);
        if (puppet.Endpoint is not { } endpoint || !IsRoot(endpoint))
        {
            yield return new OptionFault(
                path,
                puppet.Endpoint?.OriginalString,
                new Phrase("不是 puppet 服务的地址", "This is not the address of a puppet service"),
                new Phrase(
                    "填写 https://主机:端口，服务没有启用 TLS 时填写 http://主机:端口，不带路径",
                    "Give https://host:port, or http://host:port for a service without TLS, without a path"));
        }
        else if (!endpoint.IsLoopback && !puppet.TrustNetwork && CanBeListenedTo(endpoint, puppet))
        {
            yield return new OptionFault(
                path,
                endpoint.OriginalString,
                new Phrase(
                    "这条连接等于明文：没有 TLS，或用的是 Wechaty 自带的证书（私钥是公开的），路上的人可以拿到 Token 和全部聊天",
                    "This connection is as good as plain text: no TLS, or Wechaty's own certificate, whose private key is published; whoever is on the way gets the Token and all chats"),
                new Phrase(
                    "给服务换上自己的证书并填写 ServerName，或经 VPN、容器内网连接并设 TrustNetwork 为 true",
                    "Give the service a certificate of its own and set ServerName, or connect through a VPN or a network of containers and set TrustNetwork to true"));
        }
    }

    private static bool IsRoot(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.AbsolutePath == "/" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;

    private static bool CanBeListenedTo(Uri endpoint, WechatyPuppet puppet) =>
        endpoint.Scheme == Uri.UriSchemeHttp || string.Equals(WechatyTransport.ServerNameOf(puppet), PublishedCertificate, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<OptionFault> CheckToken(string path, string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            yield return new OptionFault(path, Value: null, new Phrase("没有填写 Token", "The Token is missing"), new Phrase(
                "填写启动 puppet 服务时用的 token（WECHATY_TOKEN）", "Give the token that the puppet service was started with (WECHATY_TOKEN)"));
        }
        else if (token.Any(character => character is <= ' ' or > '~'))
        {
            yield return new OptionFault(path, Value: null, new Phrase("Token 里有空格或特殊字符", "The Token has a space or a special character"), new Phrase(
                "只填写 token 本身，形如 名称_UUID，前面不加 Wechaty", "Give the token itself, which looks like name_UUID, without Wechaty before it"));
        }
    }

    private static IEnumerable<OptionFault> CheckCaFile(string path, string? file)
    {
        if (file is null || HoldsCertificates(file))
            yield break;

        yield return new OptionFault(path, file, new Phrase("文件不存在，或里面没有 PEM 证书", "The file does not exist or holds no PEM certificate"), new Phrase(
            "填写签发服务证书的 CA 的 PEM 文件路径，或删去此项", "Give the path of the PEM file of the authority that signed the service's certificate, or leave it out"));
    }

    private static IEnumerable<OptionFault> CheckServerName(string path, string? name)
    {
        if (string.IsNullOrEmpty(name) || Uri.CheckHostName(name) == UriHostNameType.Dns)
            yield break;

        yield return new OptionFault(path, ShownName.Of(name), new Phrase("不是主机名", "This is not the name of a host"), new Phrase(
            "填写服务证书上的名字，例如 puppet.example.com，不带 https:// 和端口", "Give the name in the service's certificate, for example puppet.example.com, without https:// and port"));
    }

    private static bool HoldsCertificates(string file)
    {
        try
        {
            return WechatyTransport.ReadCertificates(file).Count > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<OptionFault> CheckRoom(string path, WechatyRoom room, IReadOnlyCollection<string> puppets)
    {
        if (!puppets.Contains(room.Puppet))
        {
            yield return new OptionFault(
                path + nameof(WechatyRoom.Puppet),
                ShownName.Of(room.Puppet),
                new Phrase("Puppets 里没有这个名字", "Puppets has no such name"),
                new Phrase($"从这些里选一个：{string.Join("、", puppets)}", $"Choose one of: {string.Join(", ", puppets)}"));
        }

        if (string.IsNullOrWhiteSpace(room.Id) == string.IsNullOrWhiteSpace(room.Topic))
        {
            yield return new OptionFault(path + nameof(WechatyRoom.Id), room.Id, new Phrase("Id 和 Topic 要填且只填一个", "Exactly one of Id and Topic is needed"), new Phrase(
                "填写群的 Id（形如 19000000000@chatroom），或一字不差的群名 Topic", "Give the room's Id (which looks like 19000000000@chatroom), or its exact name as Topic"));
        }
    }

    /// <summary>Two names for one service would count its quota twice, and only one of them could listen.</summary>
    private static IEnumerable<OptionFault> SharedServices(IReadOnlyDictionary<string, WechatyPuppet> puppets) => puppets
        .Where(puppet => puppet.Value.Endpoint is not null)
        .GroupBy(puppet => puppet.Value.Endpoint)
        .SelectMany(same => same.Skip(1).Select(puppet => new OptionFault(
            $"{nameof(WechatyOptions.Puppets)}.{puppet.Key}.{nameof(WechatyPuppet.Endpoint)}",
            puppet.Value.Endpoint!.OriginalString,
            new Phrase($"与 {same.First().Key} 是同一个服务", $"This is the same service as {same.First().Key}"),
            new Phrase("一个服务只写一次，多个群共用它的名字", "Name a service once; several rooms may use the name"))));

    private static IEnumerable<OptionFault> SharedRooms(IReadOnlyDictionary<string, WechatyRoom> rooms) => rooms
        .GroupBy(room => (room.Value.Puppet, room.Value.Id, room.Value.Topic))
        .SelectMany(same => same.Skip(1).Select(room => new OptionFault(
            $"{nameof(WechatyOptions.Rooms)}.{room.Key}",
            room.Value.Id ?? room.Value.Topic,
            new Phrase($"与 {same.First().Key} 是同一个群", $"This is the same room as {same.First().Key}"),
            new Phrase("一个群只写一次", "Name a room once"))));
}
