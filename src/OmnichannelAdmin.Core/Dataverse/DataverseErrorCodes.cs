namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// The error codes that are worth handling by name, with the platform's name where it has one. What each means and what
/// to do about it is in <see cref="DataverseErrorCatalog"/>.
/// </summary>
public static class DataverseErrorCodes
{
    /// <summary>The platform's ThrottlingBurstRequestLimitExceededError: 0x80072322.</summary>
    public static DataverseErrorCode ThrottlingBurstRequestLimitExceededError { get; } = FromHex(0x80072322);

    /// <summary>The platform's ThrottlingTimeExceededError: 0x80072321.</summary>
    public static DataverseErrorCode ThrottlingTimeExceededError { get; } = FromHex(0x80072321);

    /// <summary>The platform's ThrottlingConcurrencyLimitExceededError: 0x80072326.</summary>
    public static DataverseErrorCode ThrottlingConcurrencyLimitExceededError { get; } = FromHex(0x80072326);

    /// <summary>The platform's Throttling: 0x8005f103.</summary>
    public static DataverseErrorCode Throttled { get; } = FromHex(0x8005f103);

    /// <summary>The platform's DataEngineQueryThrottling: 0x80048544.</summary>
    public static DataverseErrorCode DataEngineQueryThrottling { get; } = FromHex(0x80048544);

    /// <summary>The platform's ObjectDoesNotExist: 0x80040217.</summary>
    public static DataverseErrorCode ObjectDoesNotExist { get; } = FromHex(0x80040217);

    /// <summary>The platform's RecordNotFoundByEntityKey: 0x80060891.</summary>
    public static DataverseErrorCode RecordNotFoundByEntityKey { get; } = FromHex(0x80060891);

    /// <summary>The platform's CrmHttpError: 0x8006088a.</summary>
    public static DataverseErrorCode UnknownResource { get; } = FromHex(0x8006088a);

    /// <summary>Without a published name: 0x80060888.</summary>
    public static DataverseErrorCode BadODataRequest { get; } = FromHex(0x80060888);

    /// <summary>Without a published name: 0x80048d19.</summary>
    public static DataverseErrorCode BadPayload { get; } = FromHex(0x80048d19);

    /// <summary>The platform's InvalidArgument: 0x80040203.</summary>
    public static DataverseErrorCode InvalidArgument { get; } = FromHex(0x80040203);

    /// <summary>The platform's PicklistValueOutOfRange: 0x8004431a.</summary>
    public static DataverseErrorCode PicklistValueOutOfRange { get; } = FromHex(0x8004431a);

    /// <summary>The platform's StringLengthTooLong: 0x80044331.</summary>
    public static DataverseErrorCode StringLengthTooLong { get; } = FromHex(0x80044331);

    /// <summary>The platform's CrmSQLCharLengthTooLong: 0x80073001.</summary>
    public static DataverseErrorCode CrmSQLCharLengthTooLong { get; } = FromHex(0x80073001);

    /// <summary>The platform's InvalidCharactersInField: 0x80040278.</summary>
    public static DataverseErrorCode InvalidCharactersInField { get; } = FromHex(0x80040278);

    /// <summary>The platform's InvalidStateCodeStatusCode: 0x80048408.</summary>
    public static DataverseErrorCode InvalidStateCodeStatusCode { get; } = FromHex(0x80048408);

    /// <summary>The platform's unManagedidspropbagattributenotnullable: 0x8004203e.</summary>
    public static DataverseErrorCode RequiredColumnCleared { get; } = FromHex(0x8004203e);

    /// <summary>The platform's QueryBuilderNoAttribute: 0x80041103.</summary>
    public static DataverseErrorCode QueryBuilderNoAttribute { get; } = FromHex(0x80041103);

    /// <summary>The platform's QueryBuilderNoEntity: 0x80041102.</summary>
    public static DataverseErrorCode QueryBuilderNoEntity { get; } = FromHex(0x80041102);

    /// <summary>The platform's PrivilegeDenied: 0x80040220.</summary>
    public static DataverseErrorCode PrivilegeDenied { get; } = FromHex(0x80040220);

    /// <summary>The platform's unManagedIdsAccessDenied: 0x80048306.</summary>
    public static DataverseErrorCode RowAccessDenied { get; } = FromHex(0x80048306);

    /// <summary>The platform's AccessDenied: 0x80048405.</summary>
    public static DataverseErrorCode AccessDenied { get; } = FromHex(0x80048405);

    /// <summary>The platform's UnauthorizedAccess: 0x80040277.</summary>
    public static DataverseErrorCode UnauthorizedAccess { get; } = FromHex(0x80040277);

    /// <summary>The platform's AttributePermissionReadIsMissing: 0x8004f504.</summary>
    public static DataverseErrorCode AttributePermissionReadIsMissing { get; } = FromHex(0x8004f504);

    /// <summary>The platform's AttributePermissionUpdateIsMissingDuringUpdate: 0x8004f507.</summary>
    public static DataverseErrorCode AttributePermissionUpdateIsMissingDuringUpdate { get; } = FromHex(0x8004f507);

    /// <summary>The platform's AttributePrivilegeCreateIsMissing: 0x8004f502.</summary>
    public static DataverseErrorCode AttributePrivilegeCreateIsMissing { get; } = FromHex(0x8004f502);

    /// <summary>The platform's QueryContainedSecuredAttributeWithoutAccess: 0x8004f506.</summary>
    public static DataverseErrorCode QueryContainedSecuredAttributeWithoutAccess { get; } = FromHex(0x8004f506);

    /// <summary>The platform's CannotActOnBehalfOfAnotherUser: 0x8004a110.</summary>
    public static DataverseErrorCode CannotActOnBehalfOfAnotherUser { get; } = FromHex(0x8004a110);

    /// <summary>The platform's UserNotMemberOfOrg: 0x80072560.</summary>
    public static DataverseErrorCode UserNotMemberOfOrg { get; } = FromHex(0x80072560);

    /// <summary>The platform's UserNotAssignedRoles: 0x80042f09.</summary>
    public static DataverseErrorCode UserNotAssignedRoles { get; } = FromHex(0x80042f09);

    /// <summary>The platform's UserNotAssignedLicense: 0x8004d24b.</summary>
    public static DataverseErrorCode UserNotAssignedLicense { get; } = FromHex(0x8004d24b);

    /// <summary>The platform's unManagedidsusernotenabled: 0x80040225.</summary>
    public static DataverseErrorCode UserNotEnabled { get; } = FromHex(0x80040225);

    /// <summary>The platform's OrganizationDisabled: 0x8004a104.</summary>
    public static DataverseErrorCode OrganizationDisabled { get; } = FromHex(0x8004a104);

    /// <summary>The platform's DuplicateRecord: 0x80040237.</summary>
    public static DataverseErrorCode DuplicateRecord { get; } = FromHex(0x80040237);

    /// <summary>The platform's DuplicateRecordEntityKey: 0x80060892.</summary>
    public static DataverseErrorCode DuplicateRecordEntityKey { get; } = FromHex(0x80060892);

    /// <summary>The platform's CrmSQLUniqueIndexOrConstraintViolation: 0x80073002.</summary>
    public static DataverseErrorCode CrmSQLUniqueIndexOrConstraintViolation { get; } = FromHex(0x80073002);

    /// <summary>The platform's DuplicateRecordsFound: 0x80040333.</summary>
    public static DataverseErrorCode DuplicateRecordsFound { get; } = FromHex(0x80040333);

    /// <summary>The platform's ConcurrencyVersionMismatch: 0x80060882.</summary>
    public static DataverseErrorCode ConcurrencyVersionMismatch { get; } = FromHex(0x80060882);

    /// <summary>The platform's ConcurrencyVersionNotProvided: 0x80060883.</summary>
    public static DataverseErrorCode ConcurrencyVersionNotProvided { get; } = FromHex(0x80060883);

    /// <summary>The platform's OptimisticConcurrencyNotEnabled: 0x8006088d.</summary>
    public static DataverseErrorCode OptimisticConcurrencyNotEnabled { get; } = FromHex(0x8006088d);

    /// <summary>The platform's CannotDeleteDueToAssociation: 0x80040227.</summary>
    public static DataverseErrorCode CannotDeleteDueToAssociation { get; } = FromHex(0x80040227);

    /// <summary>The platform's CannotDeleteInUseComponent: 0x8004f01f.</summary>
    public static DataverseErrorCode CannotDeleteInUseComponent { get; } = FromHex(0x8004f01f);

    /// <summary>The platform's IsvAborted: 0x80040265.</summary>
    public static DataverseErrorCode PlugInRefused { get; } = FromHex(0x80040265);

    /// <summary>The platform's IsvUnExpected: 0x80040224.</summary>
    public static DataverseErrorCode PlugInFailed { get; } = FromHex(0x80040224);

    /// <summary>The platform's UnExpected: 0x80040216.</summary>
    public static DataverseErrorCode Unexpected { get; } = FromHex(0x80040216);

    /// <summary>The platform's unManagedidssqlerror: 0x80044150.</summary>
    public static DataverseErrorCode SqlError { get; } = FromHex(0x80044150);

    /// <summary>The platform's unManagedidssqltimeouterror: 0x80044151.</summary>
    public static DataverseErrorCode SqlTimeout { get; } = FromHex(0x80044151);

    /// <summary>The platform's CouldNotObtainLockOnResource: 0x80044339.</summary>
    public static DataverseErrorCode CouldNotObtainLockOnResource { get; } = FromHex(0x80044339);

    /// <summary>The platform's CrmSQLNetworkingError: 0x80073000.</summary>
    public static DataverseErrorCode CrmSQLNetworkingError { get; } = FromHex(0x80073000);

    /// <summary>The platform's RequestLengthTooLarge: 0x8004418a.</summary>
    public static DataverseErrorCode RequestLengthTooLarge { get; } = FromHex(0x8004418a);

    /// <summary>The platform's SdkEntityDoesNotSupportMessage: 0x80040800.</summary>
    public static DataverseErrorCode TableDoesNotSupportMessage { get; } = FromHex(0x80040800);

    /// <summary>The platform's NotSupported: 0x80040315.</summary>
    public static DataverseErrorCode NotSupported { get; } = FromHex(0x80040315);

    /// <summary>The platform's InvalidOperation: 0x8004023b.</summary>
    public static DataverseErrorCode InvalidOperation { get; } = FromHex(0x8004023b);

    /// <summary>The platform's GenericManagedPropertyFailure: 0x8004f026.</summary>
    public static DataverseErrorCode GenericManagedPropertyFailure { get; } = FromHex(0x8004f026);

    /// <summary>The platform's SolutionConcurrencyFailure: 0x80071151.</summary>
    public static DataverseErrorCode SolutionConcurrencyFailure { get; } = FromHex(0x80071151);

    private static DataverseErrorCode FromHex(uint code) => new(unchecked((int)code));
}
