using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Host.Commands;

// The table of contents of a backup, written last: a directory without it is no complete backup.
internal sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const string SqliteFile = "cryptocardium.db";
    public const string PostgresFile = "cryptocardium.dump";
    public const string KeysFile = "keys.sealed";

    // A backup has the folders of the data directory.
    public const string Heads = LedgerModule.HeadsFolder;
    public const string Evidence = Composition.EvidenceFolder;

    private const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The version of the program that wrote the backup.</summary>
    public required string Version { get; init; }

    /// <summary>The time of the snapshot: the backup has everything that was acknowledged before it.</summary>
    public required DateTimeOffset SnapshotAt { get; init; }

    /// <summary>The engine of the database.</summary>
    public required string Database { get; init; }

    /// <summary>The mark: the last journal of each lane in the backup.</summary>
    public required IReadOnlyList<LedgerHead> LastJournals { get; init; }

    /// <summary>All files but this one.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    [JsonIgnore]
    public string DatabaseFile => Files.Select(static file => file.Path).First(static path => path is SqliteFile or PostgresFile);

    [JsonIgnore]
    public bool HasKeys => Files.Any(static file => file.Path == KeysFile);

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <exception cref="RemedyException">There is no manifest, or it is damaged or of a newer program.</exception>
    public static BackupManifest Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            throw new RemedyException($"{directory} has no {FileName}: it is no backup, or one that was interrupted.");
        }

        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        return manifest switch
        {
            { Format: > CurrentFormat } => throw new RemedyException($"{path} has format {manifest.Format}; a newer version of the program wrote it."),
            { LastJournals: not null } when IsWhole(manifest) => manifest,
            _ => throw new RemedyException($"{path} is damaged."),
        };
    }

    // Paths stay within the backup, so that no manifest makes restore write elsewhere.
    private static bool IsWhole(BackupManifest manifest) =>
        manifest.Files is { } files
        && files.All(static file => file is { Path.Length: > 0, Sha256: not null } && !file.Path.Split('/').Any(static part => part is "" or "." or ".."))
        && files.Count(static file => file.Path is SqliteFile or PostgresFile) == 1;
}
