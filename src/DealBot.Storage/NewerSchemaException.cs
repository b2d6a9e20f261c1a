using DealBot.Contracts;

namespace DealBot.Storage;

/// <summary>The database was written by a newer DealBot. Going on could lose what that version added.</summary>
public sealed class NewerSchemaException(long found, long known) : StorageFaultException(new Phrase(
    $"数据库版本 {found} 比本程序认识的 {known} 新，请升级 dealbot 或换回旧数据库的备份",
    $"the database has schema {found}, newer than the {known} this dealbot knows: upgrade dealbot, or restore an older backup"));
