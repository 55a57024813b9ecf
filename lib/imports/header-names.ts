import type { ImportKind } from './types';

/** Names under which tools export our fields: letters and digits only, lower case. The first that fits wins. */
export const HEADER_NAMES: Record<ImportKind, Readonly<Record<string, string>>> = {
  companies: {
    name: 'companyname name company accountname account organization organisation organizationname',
    domain: 'companydomainname companydomain domain domainname websitedomain',
    externalId: 'companyid recordid recordidcompany accountid organizationid externalid id',
    createdAt:
      'createdate created createdat createddate datecreated createdon creationdate organizationorganizationcreated organizationcreated organizationaddtime',
    industry: 'industry sector companyindustry organizationindustry',
    employees:
      'numberofemployees noofemployees employees employeecount headcount numemployees organizationnumberofemployees organizationemployeecount',
    revenue: 'annualrevenue revenue companyrevenue organizationannualrevenue',
    technologies: 'technologies webtechnologies techstack technologystack',
    website: 'website websiteurl url homepage organizationwebsite',
    phone: 'phonenumber phone telephone companyphone mainphone organizationphone',
    street:
      'streetaddress street address addressline1 billingstreet organizationaddress organizationaddressstreet',
    city: 'city town billingcity organizationaddresscity organizationcitytownvillagelocality',
    region: 'stateregion state region province stateprovince billingstate organizationaddressstatecounty',
    postalCode:
      'postalcode zip zipcode postcode billingpostalcode billingzippostalcode organizationaddresszippostalcode',
    country: 'country countryregion billingcountry organizationaddresscountry organizationcountryofaddress',
    foundedYear: 'yearfounded foundedyear founded',
    'custom.owner': 'companyowner accountowner organizationowner',
  },
  leads: {
    email:
      'email emailaddress workemail businessemail primaryemail contactemail mail personemailwork personemail personemailhome personemailother',
    externalId: 'contactid recordid recordidcontact leadid personid vid externalid customerid id marketoid',
    name: 'fullname name contactname leadname personname',
    firstName: 'firstname givenname forename personfirstname',
    lastName: 'lastname surname familyname personlastname',
    title: 'jobtitle title position personjobtitle',
    department: 'department',
    phone: 'phonenumber phone telephone workphone businessphone personphonework personphone personphonehome',
    mobilePhone: 'mobilephonenumber mobilephone mobile cell cellphone mobilenumber personphonemobile',
    website: 'websiteurl website',
    street: 'streetaddress street address addressline1 mailingstreet',
    city: 'city town mailingcity',
    region: 'stateregion state region province stateprovince mailingstate mailingstateprovince',
    postalCode: 'postalcode zip zipcode postcode mailingpostalcode mailingzippostalcode',
    country: 'country countryregion mailingcountry',
    language: 'preferredlanguage language',
    leadSource:
      'leadsource originalsource originaltrafficsource source personsource latestsource latesttrafficsource',
    lifecycleStage: 'lifecyclestage',
    status: 'leadstatus status',
    decisionMaker: 'decisionmaker confirmeddecisionmaker isdecisionmaker',
    emailConsent: 'emailconsent emailoptin marketingconsent emailoptedin',
    createdAt:
      'createdate created createdat createddate datecreated createdon creationdate personpersoncreated personcreated personaddtime',
    owner: 'contactowner leadowner owner owneremail assignedto personowner leadowneremail contactowneremail',
    'company.name':
      'companyname company accountname account organization organisation employer associatedcompany companyaccount personorganization',
    'company.domain':
      'associatedcompanydomain companydomainname companydomain accountdomain domain associatedcompanydomainname',
    'company.industry': 'industry companyindustry',
    'company.employees':
      'numberofemployees noofemployees employees employeecount headcount companyemployees numemployees',
    'company.revenue': 'annualrevenue revenue companyrevenue',
    'company.technologies': 'technologies techstack companytechnologies',
    'company.website': 'companywebsite',
    'company.phone': 'companyphone',
    'company.city': 'companycity',
    'company.country': 'companycountry',
    'deal.outcome': 'dealoutcome',
    'deal.amount': 'dealamount',
    'deal.createdAt': 'dealcreatedate dealcreatedat dealcreated',
    'deal.closedAt': 'dealclosedate dealclosedat dealclosed',
  },
  events: {
    messageId: 'activityid eventid messageid id marketoguid',
    type: 'activitytype eventtype eventname event type activitytypeid tasksubtype activitysubtype',
    at: 'activitydate eventdate occurredat timestamp datetime date time at createdat activityduedate activitymarkedasdonetime activityadddate duedateonly completeddatetime',
    'lead.email':
      'associatedcontactemail contactemail leademail useremail email emailaddress personemailwork personemail',
    'lead.externalId': 'contactid associatedcontactid leadid userid activitycontactpersonid whoid',
    'company.domain': 'associatedcompanydomain companydomain domain',
  },
  deals: {
    externalId: 'dealid opportunityid recordid recordiddeal externalid id',
    name: 'dealname opportunityname name deal opportunity dealtitle',
    stage: 'dealstage stage stagename',
    outcome: 'dealoutcome outcome result dealstatus',
    amount: 'amount dealamount value dealvalue',
    currency: 'currency dealcurrency amountcurrency currencyisocode dealcurrencyofvalue opportunitycurrency',
    createdAt:
      'createdate created createdat createddate datecreated createdon dealdealcreated dealcreated dealaddtime',
    closedAt:
      'closedate closed closedat closeddate dateclosed dealdealclosedon dealwontime dealclosedon dealclosetime actualclosedate',
    lostReason: 'closedlostreason lostreason lossreason deallostreason',
    owner: 'dealowner opportunityowner owner owneremail',
    'lead.email':
      'associatedcontactemail contactemail leademail email emailaddress personemailwork personemail primarycontactemail',
    'lead.externalId':
      'contactid associatedcontactid leadid associatedcontactids dealcontactpersonid primarycontactid',
    'company.domain':
      'associatedcompanydomain companydomain accountdomain domain associatedcompanydomainname',
  },
};

/** What the numbers of Marketo's activity types mean, for its bulk export. */
export const MARKETO_ACTIVITY_TYPES: Readonly<Record<string, string>> = {
  '1': 'Visit Webpage',
  '2': 'Fill Out Form',
  '3': 'Click Link',
  '6': 'Send Email',
  '7': 'Email Delivered',
  '8': 'Email Bounced',
  '9': 'Unsubscribe Email',
  '10': 'Open Email',
  '11': 'Click Email',
  '12': 'New Lead',
  '46': 'Interesting Moment',
};
