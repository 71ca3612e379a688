namespace Cryptocardium.Kernel;

/// <summary>Who calls, established by the edge before a message is sent.</summary>
/// <param name="Class">How it proved who it is.</param>
/// <param name="Account">The account it acts for; default for an anonymous caller.</param>
/// <param name="CredentialId">The id of the session that was used; empty for an anonymous caller.</param>
/// <param name="Scopes">What it may do; see <see cref="May"/>.</param>
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

    /// <summary>Whether an operation of a scope is open to this caller.</summary>
    /// <param name="scope">The scope that the contract names.</param>
    public bool May(string scope) => scope switch
    {
        "public" => true,
        "any" => Class == CredentialClass.Session,
        "session" => Class == CredentialClass.Session,
        "panel" => false,
        _ => Scopes.Contains(AllScopes) || Scopes.Contains(scope),
    };
}
