namespace Cryptocardium.Kernel;

/// <summary>The caller of an operation and its permissions, set by the edge before a message is sent.</summary>
/// <param name="Class">The kind of its credential.</param>
/// <param name="Account">The account that it acts for; default for an anonymous caller.</param>
/// <param name="CredentialId">The id of the credential that was used; empty for an anonymous caller.</param>
/// <param name="Scopes">The operations it may use; see <see cref="May"/>.</param>
public sealed record Caller(CredentialClass Class, AccountId Account, string CredentialId, IReadOnlySet<string> Scopes)
{
    /// <summary>The scope that includes every scope of the contract except those of the panel.</summary>
    public const string AllScopes = "*";

    /// <summary>A caller without a credential.</summary>
    public static readonly Caller Anonymous = new(CredentialClass.None, default, "", new HashSet<string>());

    /// <summary>A job of the program itself.</summary>
    public static readonly Caller Job = new(CredentialClass.Job, default, "job", new HashSet<string>());

    /// <summary>An operator at the command line, with the permissions of jobs.</summary>
    public static readonly Caller Operator = new(CredentialClass.Job, default, "operator", new HashSet<string>());

    /// <summary>The mode that the credential is pinned to; rows of the other mode do not exist for it. Null when it is not pinned.</summary>
    public Mode? Mode { get; init; }

    /// <summary>The ids of the only cards that exist for the credential; null for all cards.</summary>
    public IReadOnlySet<string>? Cards { get; init; }

    /// <summary>The spending limits of the credential.</summary>
    public Caps Caps { get; init; } = Caps.None;

    /// <summary>Selects the rows that the caller sees.</summary>
    public RowFilter Rows => new(Account, Mode, Cards);

    /// <summary>Whether this caller may use operations of a scope.</summary>
    /// <param name="scope">The scope of an operation in the contract.</param>
    public bool May(string scope) => scope switch
    {
        "public" => true,
        "any" => Class is not (CredentialClass.None or CredentialClass.Job),
        "session" => Class is CredentialClass.Session or CredentialClass.Panel,
        "panel" => Class == CredentialClass.Panel,
        _ => Scopes.Contains(AllScopes) || Scopes.Contains(scope),
    };
}
