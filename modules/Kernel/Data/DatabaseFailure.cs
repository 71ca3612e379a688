using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Kernel.Data;

/// <summary>Sentences for operators about a database that cannot be used.</summary>
public static class DatabaseFailure
{
    /// <summary>The database as operators know it: the path of its file, or host, port and name. No password.</summary>
    public static string NameOf(DatabaseOptions options)
    {
        if (options.Engine == Engine.Sqlite)
        {
            return $"The database {Path.GetFullPath(options.ConnectionString)}";
        }

        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return $"The PostgreSQL database {settings.Database ?? settings.Username} at {settings.Host}:{settings.Port}";
    }

    /// <summary>The sentence about a damaged database file.</summary>
    public static string Damaged(DatabaseOptions options) => $"{NameOf(options)} is damaged or is no database; restore it from a backup.";

    /// <summary>The failure of a command that reads the database of a server.</summary>
    public static RemedyException OfReader(DbException exception, DatabaseOptions options) => new(Remedy(exception, options)
        ?? $"{NameOf(options)} has no ledger of this version ({exception.Message.ReplaceLineEndings(" ")}); start the server first.");

    /// <returns>The cause and the remedy; null for a fault of the program.</returns>
    public static string? Remedy(DbException exception, DatabaseOptions options) => exception switch
    {
        SqliteException sqlite => Remedy(sqlite, options),
        PostgresException refused => Remedy(refused, options),
        NpgsqlException => $"{NameOf(options)} cannot be reached ({Cause(exception)}); start it, or correct Database:ConnectionString.",
        _ => null,
    };

    private static string? Remedy(SqliteException exception, DatabaseOptions options) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(options),
        raw.SQLITE_FULL => $"The disk of {Lower(options)} is full; free some space.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{NameOf(options)} is locked by another process; stop that process.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_IOERR or raw.SQLITE_AUTH =>
            $"{NameOf(options)} cannot be opened; let this user read and write it, or set Data:Directory to another directory.",
        _ => null,
    };

    // The classes of 08 connections, 25006 read-only, 28 credentials, 3D unknown database, 42501 permissions, 53 resources, 57P stops.
    private static string? Remedy(PostgresException exception, DatabaseOptions options) =>
        exception.SqlState is ['0', '8', ..] or "25006" or ['2', '8', ..] or "3D000" or "42501" or ['5', '3', ..] or ['5', '7', 'P', ..]
            ? $"{NameOf(options)} refuses ({exception.MessageText}); correct Database:ConnectionString or the server's settings."
            : null;

    private static string Lower(DatabaseOptions options) => NameOf(options) is { } name ? $"t{name[1..]}" : "";

    private static string Cause(Exception exception) => exception.GetBaseException() switch
    {
        SocketException socket => socket.Message,
        TimeoutException => "no answer in time",
        var other => other.Message.TrimEnd('.'),
    };
}
