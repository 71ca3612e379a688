using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Data;

internal sealed class AccountRow
{
    public AccountId Id { get; set; }

    public required string Email { get; set; }

    public required string PasswordHash { get; set; }

    public bool Production { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Mode Mode => Production ? Mode.Live : Mode.Sandbox;
}
