namespace Cryptocardium.Kernel;

/// <summary>The caller of an operation and its permissions, set by the edge before a message is sent.</summary>
/// <param name="Class">How it proved who it is.</param>
/// <param name="Account">The account it acts for; default for an anonymous caller.</param>
/// <param name="CredentialId">The id of the credential that was used; empty for an anonymous caller.</param>
/// <param name="Scopes">The operations it may use; see <see cref="May"/>.</param>
public sealed record Caller(CredentialClass Class, AccountId Account, string CredentialId, IReadOnlySet<string> Scopes)
{
    /// <summary>Holds every scope of the contract but those of a panel.</summary>
    public const string AllScopes = "*";

    /// <summary>Nobody in particular.</summary>
    public static readonly Caller Anonymous = new(CredentialClass.None, default, "", new HashSet<string>());

    /// <summary>The program itself.</summary>
    public static readonly Caller Job = new(CredentialClass.Job, default, "job", new HashSet<string>());

    /// <summary>An operator at the command line, who may send what jobs send.</summary>
    public static readonly Caller Operator = new(CredentialClass.Job, default, "operator", new HashSet<string>());

    /// <summary>The book that the credential is pinned to: rows of the other one do not exist for it. Null when it is not pinned.</summary>
    public Mode? Mode { get; init; }

    /// <summary>The ids of the only cards that exist for the credential; null when it has no such boundary.</summary>
    public IReadOnlySet<string>? Cards { get; init; }

    /// <summary>The most that the credential may spend.</summary>
    public Caps Caps { get; init; } = Caps.None;

    /// <summary>Selects the rows that the caller sees.</summary>
    public RowFilter Rows => new(Account, Mode, Cards);

    /// <summary>Whether an operation of a scope is open to this caller.</summary>
    /// <param name="scope">The scope that the contract names.</param>
    public bool May(string scope) => scope switch
    {
        "public" => true,
        "any" => Class is not (CredentialClass.None or CredentialClass.Job),
        "session" => Class is CredentialClass.Session or CredentialClass.Panel,
        "panel" => Class == CredentialClass.Panel,
        _ => Scopes.Contains(AllScopes) || Scopes.Contains(scope),
    };
}
