using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_account",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    production = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_audit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    credential_id = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_session",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cards_card",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    bin = table.Column<string>(type: "TEXT", nullable: false),
                    last4 = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                    metadata = table.Column<string>(type: "TEXT", nullable: false),
                    wallets = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    is_soft_frozen = table.Column<bool>(type: "INTEGER", nullable: false),
                    cancel_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_card", x => x.id);
                    table.CheckConstraint("ck_cards_card_cancelled", "(status = 'cancelled') = (cancel_reason IS NOT NULL)");
                    table.CheckConstraint("ck_cards_card_soft", "status = 'frozen' OR NOT is_soft_frozen");
                    table.CheckConstraint("ck_cards_card_status", "status IN ('active', 'frozen', 'cancelled')");
                });

            migrationBuilder.CreateTable(
                name: "cards_transaction",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    authorization_id = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    merchant_name = table.Column<string>(type: "TEXT", nullable: false),
                    mcc = table.Column<string>(type: "TEXT", nullable: false),
                    merchant_country = table.Column<string>(type: "TEXT", nullable: true),
                    merchant_id = table.Column<string>(type: "TEXT", nullable: true),
                    auth_response_code = table.Column<string>(type: "TEXT", nullable: false),
                    decline_reason = table.Column<string>(type: "TEXT", nullable: true),
                    network_reference = table.Column<string>(type: "TEXT", nullable: true),
                    is_partial = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_verification = table.Column<bool>(type: "INTEGER", nullable: false),
                    overcapture = table.Column<long>(type: "INTEGER", nullable: true),
                    is_tolerance_exceeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_transaction", x => new { x.account_id, x.id });
                    table.CheckConstraint("ck_cards_transaction_amount", "amount >= 0");
                    table.CheckConstraint("ck_cards_transaction_declined", "(status = 'declined') = (decline_reason IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "kernel_event",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    resource = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_event", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "kernel_reply",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_reply", x => x.key_hash);
                });

            migrationBuilder.CreateTable(
                name: "ledger_account",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    is_debit = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_visible = table.Column<bool>(type: "INTEGER", nullable: false),
                    floor = table.Column<long>(type: "INTEGER", nullable: true),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    account_seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_account", x => x.no);
                    table.CheckConstraint("ck_ledger_account_book", "(no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");
                    table.CheckConstraint("ck_ledger_account_ceiling", "balance <= 4000000000000000000 AND balance >= -4000000000000000000");
                    table.CheckConstraint("ck_ledger_account_cents", "NOT is_visible OR balance % 10000 = 0");
                    table.CheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor");
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    account_no = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    balance_after = table.Column<long>(type: "INTEGER", nullable: false),
                    account_seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => x.no);
                    table.CheckConstraint("ck_ledger_entry_book", "((no / 64) & 1) = (account_no & 1)");
                });

            migrationBuilder.CreateTable(
                name: "ledger_hold",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    held_code = table.Column<string>(type: "TEXT", nullable: false),
                    open = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_hold", x => x.id);
                    table.CheckConstraint("ck_ledger_hold_open", "open >= 0");
                });

            migrationBuilder.CreateTable(
                name: "ledger_journal",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    operation_key = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    effective_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_journal", x => x.no);
                    table.CheckConstraint("ck_ledger_journal_book", "(no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");
                });

            migrationBuilder.CreateTable(
                name: "treasury_deposit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    topup_id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    tx_index = table.Column<int>(type: "INTEGER", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    detected_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_deposit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_chain",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    height = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_chain", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_transfer",
                columns: table => new
                {
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    tx_index = table.Column<int>(type: "INTEGER", nullable: false),
                    chain_id = table.Column<string>(type: "TEXT", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    block = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_transfer", x => new { x.tx_hash, x.tx_index });
                });

            migrationBuilder.CreateTable(
                name: "treasury_topup",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    asset = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    deposit_address = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmations = table.Column<int>(type: "INTEGER", nullable: false),
                    required_confirmations = table.Column<int>(type: "INTEGER", nullable: false),
                    credited_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    credited_late = table.Column<bool>(type: "INTEGER", nullable: false),
                    awaits_finality = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_topup", x => x.id);
                    table.CheckConstraint("ck_treasury_topup_book", "(amount_usd < 200000000) = (mode = 'sandbox')");
                });

            migrationBuilder.CreateTable(
                name: "cards_shipment",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    line1 = table.Column<string>(type: "TEXT", nullable: false),
                    line2 = table.Column<string>(type: "TEXT", nullable: true),
                    city = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    earliest_delivery_at = table.Column<long>(type: "INTEGER", nullable: false),
                    latest_delivery_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_shipment", x => x.id);
                    table.ForeignKey(
                        name: "FK_cards_shipment_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_vault",
                columns: table => new
                {
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    pan_lookup = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_pan = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_vault", x => x.card_id);
                    table.ForeignKey(
                        name: "FK_cards_vault_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_account_email",
                table: "accounts_account",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_audit_account_id_id",
                table: "accounts_audit",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_last_used_at",
                table: "accounts_session",
                column: "last_used_at");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_token_hash",
                table: "accounts_session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_account_id_id",
                table: "cards_card",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_shipment_card_id",
                table: "cards_shipment",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_amount_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_network_reference",
                table: "cards_transaction",
                columns: new[] { "account_id", "network_reference" },
                filter: "network_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_authorization_id",
                table: "cards_transaction",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_card_id_id",
                table: "cards_transaction",
                columns: new[] { "card_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_vault_pan_lookup",
                table: "cards_vault",
                column: "pan_lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_reply_expires_at",
                table: "kernel_reply",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_code",
                table: "ledger_account",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_owner",
                table: "ledger_account",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_account_no_account_seq",
                table: "ledger_entry",
                columns: new[] { "account_no", "account_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_hold_expires_at",
                table: "ledger_hold",
                column: "expires_at",
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_hold_held_code",
                table: "ledger_hold",
                column: "held_code",
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_journal_operation_key",
                table: "ledger_journal",
                column: "operation_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_chain_tx_hash_tx_index",
                table: "treasury_deposit",
                columns: new[] { "chain", "tx_hash", "tx_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_topup_id_id",
                table: "treasury_deposit",
                columns: new[] { "topup_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_to_address",
                table: "treasury_sim_transfer",
                column: "to_address");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_account_id_amount_usd_id",
                table: "treasury_topup",
                columns: new[] { "account_id", "amount_usd", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_account_id_id",
                table: "treasury_topup",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_deposit_address",
                table: "treasury_topup",
                column: "deposit_address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_expires_at",
                table: "treasury_topup",
                column: "expires_at",
                filter: "status = 'pending' AND NOT awaits_finality");

            migrationBuilder.CreateIndex(
                name: "ix_treasury_topup_awaiting",
                table: "treasury_topup",
                column: "account_id",
                filter: "awaits_finality");

            migrationBuilder.CreateIndex(
                name: "ix_treasury_topup_pending",
                table: "treasury_topup",
                column: "account_id",
                filter: "status = 'pending'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_account");

            migrationBuilder.DropTable(
                name: "accounts_audit");

            migrationBuilder.DropTable(
                name: "accounts_session");

            migrationBuilder.DropTable(
                name: "cards_shipment");

            migrationBuilder.DropTable(
                name: "cards_transaction");

            migrationBuilder.DropTable(
                name: "cards_vault");

            migrationBuilder.DropTable(
                name: "kernel_event");

            migrationBuilder.DropTable(
                name: "kernel_reply");

            migrationBuilder.DropTable(
                name: "ledger_account");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_hold");

            migrationBuilder.DropTable(
                name: "ledger_journal");

            migrationBuilder.DropTable(
                name: "treasury_deposit");

            migrationBuilder.DropTable(
                name: "treasury_sim_chain");

            migrationBuilder.DropTable(
                name: "treasury_sim_transfer");

            migrationBuilder.DropTable(
                name: "treasury_topup");

            migrationBuilder.DropTable(
                name: "cards_card");
        }
    }
}
