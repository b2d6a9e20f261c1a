using System.Text;
using System.Text.Json;
using DealBot.Simulators.WeCom;
using static DealBot.Simulators.WeCom.WeComMessageRules;

namespace DealBot.Simulators.WeComTask;

/// <summary>The company: tokens, uploads, tasks and what became of them. Safe to use from many threads.</summary>
internal sealed class WeComCompany(WeComTaskSimulatorOptions options)
{
    private const int MostTextBytes = 4000;
    private const int MostAppTextBytes = 2048;
    private const int MostDescriptionBytes = 512;
    private const int MostAttachments = 9;
    private const int MostChats = 2000;

    private static readonly TimeSpan MediaLife = TimeSpan.FromDays(3);
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (byte[] Bytes, DateTimeOffset At)> _media = new(StringComparer.Ordinal);
    private readonly List<WeComSimulatedTask> _tasks = [];
    private readonly List<WeComAppMessage> _messages = [];
    private int _ids;

    public IReadOnlyList<WeComSimulatedTask> Tasks
    {
        get
        {
            lock (_lock)
                return [.. _tasks];
        }
    }

    public IReadOnlyList<WeComAppMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    public int TokensGiven { get; private set; }

    public object SignIn(string corpId, string secret)
    {
        if (corpId != options.CorpId)
            return Code(40013);
        if (secret != options.Secret)
            return Code(40001);

        lock (_lock)
        {
            var token = $"token-of-{options.CorpId}-{++TokensGiven}";
            _tokens[token] = options.Time.GetUtcNow() + options.TokenLife;
            return new { errcode = 0, errmsg = "ok", access_token = token, expires_in = (int)options.TokenLife.TotalSeconds };
        }
    }

    /// <summary>0 for a good token; 40014 for none of ours, 42001 for one that has lapsed.</summary>
    public int Judge(string token)
    {
        lock (_lock)
            return !_tokens.TryGetValue(token, out var until) ? 40014 : options.Time.GetUtcNow() < until ? 0 : 42001;
    }

    public void LapseTokens()
    {
        lock (_lock)
        {
            foreach (var token in _tokens.Keys)
                _tokens[token] = options.Time.GetUtcNow();
        }
    }

    public object Upload(string type, (string Name, byte[] Bytes)? file)
    {
        if (type != "image" || file is not { } picture)
            return Code(40058);
        if (picture.Bytes.Length <= 5 || !IsJpegOrPng(picture.Bytes))
            return Code(40009);

        lock (_lock)
        {
            var now = options.Time.GetUtcNow();
            var mediaId = $"3a8asd892asd8asd{++_ids:D4}";
            _media[mediaId] = (picture.Bytes, now);
            return new { errcode = 0, errmsg = "ok", type, media_id = mediaId, created_at = $"{now.ToUnixTimeSeconds()}" };
        }
    }

    public object AddTask(JsonElement body)
    {
        var sender = TextOf(body, "sender");
        var chats = Strings(body, "chat_id_list");
        if (TextOf(body, "chat_type") != "group" || sender.Length == 0 || chats.Count is 0 or > MostChats)
            return Code(40058);

        lock (_lock)
        {
            var task = new WeComSimulatedTask("", "", sender, options.Time.GetUtcNow());
            var code = Read(body, ref task);
            if (code != 0)
                return Code(code);

            // How a group that takes no more is told, by the list or by a code, is not documented: here it is the list.
            var failed = chats.Where(chat => !Takes(chat, sender)).ToList();
            var id = $"msgGCAAAXtWyujaWJHDDGi0mAAAA{++_ids:D4}";
            _tasks.AddRange(chats.Except(failed).Select(chat => task with { Id = id, ChatId = chat }));
            return new { errcode = 0, errmsg = "ok", fail_list = failed, msgid = id };
        }
    }

    public object SendToMember(JsonElement body)
    {
        var user = TextOf(body, "touser");
        if (!options.Members.Contains(user, StringComparer.OrdinalIgnoreCase))
            return Code(81013);
        if (PartOf(body, "agentid") is not { ValueKind: JsonValueKind.Number } agent || agent.GetInt32() != options.AgentId)
            return Code(40056);

        var text = TextOf(PartOf(body, "text"), "content");
        lock (_lock)
        {
            var picture = MediaOf(PartOf(body, "image"));
            switch (TextOf(body, "msgtype"))
            {
                case "text" when text.Length == 0:
                    return Code(44004);
                case "text" when Encoding.UTF8.GetByteCount(text) > MostAppTextBytes:
                    return Code(45002);
                case "text":
                    _messages.Add(new WeComAppMessage(user, text, null));
                    break;
                case "image" when picture is null:
                    return Code(40007);
                case "image":
                    _messages.Add(new WeComAppMessage(user, null, picture));
                    break;
                default:
                    return Code(40008);
            }

            return new { errcode = 0, errmsg = "ok", msgid = $"m{++_ids}" };
        }
    }

    public object Chat(JsonElement body)
    {
        var id = TextOf(body, "chat_id");
        if (!options.Chats.TryGetValue(id, out var chat))
            return Code(options.UnknownChatCode);

        var members = Enumerable.Range(1, chat.Members).Select(number => new { userid = number == 1 ? chat.Owner : $"wm{number}", type = number == 1 ? 1 : 2 });
        return new { errcode = 0, errmsg = "ok", group_chat = new { chat_id = id, name = chat.Name, owner = chat.Owner, create_time = 1572505490, member_list = members } };
    }

    public object ChatList(JsonElement body)
    {
        if (!body.TryGetProperty("limit", out var limit) || !limit.TryGetInt32(out var most) || most is < 1 or > 1000)
            return Code(40058);

        var owners = body.TryGetProperty("owner_filter", out var filter) && filter.TryGetProperty("userid_list", out var list)
            ? list.EnumerateArray().Select(owner => owner.GetString()).ToList()
            : [];
        var chats = options.Chats.Where(chat => owners.Count == 0 || owners.Contains(chat.Value.Owner)).Take(most);
        return new { errcode = 0, errmsg = "ok", group_chat_list = chats.Select(chat => new { chat_id = chat.Key, status = 0 }) };
    }

    public object TaskList(JsonElement body)
    {
        lock (_lock)
        {
            return _tasks.Find(task => task.Id == TextOf(body, "msgid")) is { } task
                ? new { errcode = 0, errmsg = "ok", task_list = new[] { new { userid = task.Sender, status = task.ConfirmedAt is null ? 0 : 2, send_time = task.ConfirmedAt?.ToUnixTimeSeconds() } } }
                : Code(40058);
        }
    }

    public object SendList(JsonElement body)
    {
        lock (_lock)
        {
            var tasks = _tasks.Where(task => task.Id == TextOf(body, "msgid") && task.Sender == TextOf(body, "userid")).ToList();
            return tasks.Count == 0
                ? Code(40058)
                : new
                {
                    errcode = 0,
                    errmsg = "ok",
                    send_list = tasks.Select(task => new { chat_id = task.ChatId, userid = task.Sender, status = task.GroupStatus, send_time = task.ConfirmedAt?.ToUnixTimeSeconds() }),
                };
        }
    }

    public void Confirm(string taskId, int groupStatus)
    {
        lock (_lock)
        {
            for (var index = 0; index < _tasks.Count; index++)
            {
                if (_tasks[index].Id == taskId)
                    _tasks[index] = _tasks[index] with { ConfirmedAt = options.Time.GetUtcNow(), GroupStatus = groupStatus };
            }
        }
    }

    public static object Code(int code) => new { errcode = code, errmsg = $"refused, more info at https://open.work.weixin.qq.com/devtool/query?e={code}" };

    private bool Takes(string chatId, string sender) =>
        options.Chats.TryGetValue(chatId, out var chat)
        && chat.Owner == sender
        && _tasks.Count(task => task.ChatId == chatId && MonthOf(task.At) == MonthOf(options.Time.GetUtcNow())) < MessagesPerMonth();

    private int MessagesPerMonth()
    {
        var today = options.Time.GetUtcNow().ToOffset(Beijing);
        return options.MessagesPerMonth ?? DateTime.DaysInMonth(today.Year, today.Month);
    }

    private static (int Year, int Month) MonthOf(DateTimeOffset at) => (at.ToOffset(Beijing).Year, at.ToOffset(Beijing).Month);

    private int Read(JsonElement body, ref WeComSimulatedTask task)
    {
        var text = TextOf(PartOf(body, "text"), "content");
        var attachments = PartOf(body, "attachments") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        if (text.Length == 0 && attachments.Count == 0)
            return 44004;
        if (Encoding.UTF8.GetByteCount(text) > MostTextBytes)
            return 45002;
        if (attachments.Count > MostAttachments)
            return 45008;

        task = task with { Text = text.Length == 0 ? null : text };
        foreach (var attachment in attachments)
        {
            if (Attach(attachment, ref task) is var code and not 0)
                return code;
        }

        return 0;
    }

    private int Attach(JsonElement attachment, ref WeComSimulatedTask task)
    {
        switch (TextOf(attachment, "msgtype"))
        {
            case "image":
                task = task with { Picture = MediaOf(PartOf(attachment, "image")) };
                return task.Picture is null ? 40007 : 0;
            case "link":
                var link = PartOf(attachment, "link");
                task = task with { LinkTitle = TextOf(link, "title"), LinkDescription = TextOf(link, "desc"), LinkUrl = TextOf(link, "url") };
                return task.LinkTitle.Length == 0 || task.LinkUrl.Length == 0 ? 40063
                    : !HasScheme(task.LinkUrl) ? 45034
                    : Encoding.UTF8.GetByteCount(task.LinkDescription) > MostDescriptionBytes ? 45002
                    : 0;
            default:
                return 40008;
        }
    }

    private ReadOnlyMemory<byte>? MediaOf(JsonElement part) =>
        _media.TryGetValue(TextOf(part, "media_id"), out var media) && options.Time.GetUtcNow() - media.At < MediaLife
            ? new ReadOnlyMemory<byte>(media.Bytes)
            : default(ReadOnlyMemory<byte>?);

    private static List<string> Strings(JsonElement body, string name) => PartOf(body, name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.ToString())]
        : [];
}
